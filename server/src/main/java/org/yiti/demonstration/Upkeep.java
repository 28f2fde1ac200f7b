package org.yiti.demonstration;

import java.util.List;
import org.yiti.demonstration.Organization.Institution;

/** What offices need besides rooms, cars and energy: guests, meetings, meals, things and money. */
final class Upkeep {
    private static final int CANTEENS_OF_A_CITY = 12;
    private static final int CANTEENS_OF_A_COUNTY = 2;

    final Hospitality hospitality = new Hospitality();
    final Gatherings gatherings = new Gatherings();
    final Canteens canteens = new Canteens();
    final Estate estate = new Estate();
    final Warehouse warehouse = new Warehouse();
    final Treasury treasury = new Treasury();
    final Amenities amenities = new Amenities();
    final DataDuties dataDuties = new DataDuties();

    void tell(City city, Chance chance) {
        Hosting hosting = new Hosting(hospitality, chance, city.asOf);
        Convening convening = new Convening(gatherings, chance, city.asOf);
        Belongings belongings = new Belongings(estate, warehouse, city.organization, chance, city.asOf);
        Purses purses = new Purses(treasury, chance, city.asOf, city.calendar);
        DataKeeping keeping = new DataKeeping(dataDuties, chance, city.asOf);
        Comforts comforts = new Comforts(amenities, estate, chance, city.asOf);
        List<Institution> owners = city.organization
                .institutions
                .where(i -> i.level().equals("CITY") || i.level().equals("COUNTY"))
                .toList();
        for (Institution owner : owners) {
            hosting.receive(owner);
            convening.convene(owner);
            belongings.equip(owner);
            purses.fill(owner);
            keeping.keep(owner);
            comforts.offer(owner);
        }
        Kitchens kitchens = new Kitchens(canteens, chance, city.asOf);
        owners.stream().filter(owner -> cooks(owners, owner)).forEach(kitchens::open);
        canteens.canteens.all().forEach(comforts::account);
    }

    /** The first of those a bureau looks after; its own canteen is nobody's to check. */
    private static boolean cooks(List<Institution> all, Institution owner) {
        int most = owner.level().equals("CITY") ? CANTEENS_OF_A_CITY : CANTEENS_OF_A_COUNTY;
        return all.stream()
                .filter(i -> i.level().equals(owner.level())
                        && i.divisionCode().equals(owner.divisionCode())
                        && !i.shortName().startsWith("机关事务"))
                .limit(most)
                .anyMatch(owner::equals);
    }
}
