package org.yiti.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.ColumnCipher.Staged;

/**
 * A province of 42 cities and 168 counties: 5,000 institutions, a million people with sealed telephones, a million rooms.
 * Numbers of people begin with that of their institution, as they do where they are given out: what is below a city lies
 * far back in the order of a list.
 */
final class ScopedWorld {

    /** Who asks, and the institutions on which their parts of the tree hang; none for everywhere. */
    static final Map<String, List<String>> PEOPLE = Map.of(
            "everywhere", List.of(),
            "province", List.of("980000-001"),
            "city", List.of("984000-001"),
            "county", List.of("983003-001"),
            "one", List.of("983003-012"),
            "several", List.of("980502-001", "981204-001", "983901-001", "982200-001", "984203-007"),
            "half", cities(22),
            "most", cities(9));

    /** From the one to the last. */
    private static List<String> cities(int first) {
        return IntStream.rangeClosed(first, 42)
                .mapToObj("98%02d00-001"::formatted)
                .toList();
    }

    private static final String TREE = """
            insert into organization.division (code, name, level, parent_id)
            select '980000', '示例省', 'PROVINCE', null;
            insert into organization.division (code, name, level, parent_id)
            select '98' || lpad(c::text, 2, '0') || '00', '第' || c || '市', 'CITY', p.id
              from generate_series(1, 42) c, organization.division p where p.code = '980000';
            insert into organization.division (code, name, level, parent_id)
            select left(p.code, 4) || lpad(d::text, 2, '0'), p.name || d || '县', 'COUNTY', p.id
              from organization.division p, generate_series(1, 4) d where p.code like '98__00' and p.level = 'CITY';
            insert into organization.institution (id, code, name, kind, level, division_id, parent_id)
            select md5(d.code || '-' || lpad(k::text, 3, '0'))::uuid, d.code || '-' || lpad(k::text, 3, '0'),
                   d.name || (array['机关事务管理局', '财政局', '教育局', '公安局', '民政局', '司法局', '卫生健康委员会', '交通运输局'])[1 + (k - 1) % 8]
                   || case when k > 8 then k::text else '' end,
                   'GOVERNMENT_ORGAN', d.level, d.id,
                   md5(case when k > 1 then d.code || '-001' else above.code || '-001' end)::uuid
              from organization.division d left join organization.division above on above.id = d.parent_id,
                   generate_series(1, case d.level when 'PROVINCE' then 86 when 'CITY' then 25 else 23 end) k
             where d.code like '98%';
            insert into organization.department (id, institution_id, code, name)
            select md5(i.code || '/' || n)::uuid, i.id, 'D' || n, (array['办公室', '人事科', '财务科', '业务科', '后勤科'])[n]
              from organization.institution i, generate_series(1, 5) n;
            """;

    private static final String PEOPLE_TO_BE = """
            create unlogged table public.person_to_be as
            select md5(i.code || lpad(n::text, 4, '0'))::uuid as id, i.id as institution_id, i.code || lpad(n::text, 4, '0') as code,
                   (array['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗'])[1 + h % 20]
                   || chr(20000 + h / 20 % 900) || case when h % 3 > 0 then chr(22000 + h / 60 % 700) else '' end as name,
                   md5(i.code || '/' || 1 + n % 5)::uuid as department_id, i.level || '_STAFF' as rank,
                   date '2000-01-01' + h % 9000 as joined_on, '13' || lpad((h % 1000000000)::text, 9, '0') as phone, null::text as sealed
              from organization.institution i
             cross join lateral (select case i.level when 'PROVINCE' then 400 when 'CITY' then 300 else 169 end as usual) u
             cross join lateral generate_series(1, usual / 2 + abs(hashtext(i.code)) % (usual + 1)) n
             cross join lateral (select abs(hashtext(i.code || n)) as h) h
            """;

    /** Past the triggers: a life line of two million rows is nothing that lists read. */
    private static final String ROWS = """
            begin;
            set local session_replication_role = replica;
            insert into organization.person (id, institution_id, code, name, department_id, rank, joined_on, phone)
            select id, institution_id, code, name, department_id, rank, joined_on, sealed from public.person_to_be;
            insert into premises.site (id, institution_id, code, name)
            select md5('S' || d.code)::uuid, i.id, 'S' || d.code, d.name || '机关大院'
              from organization.division d join organization.institution i on i.code = d.code || '-001';
            insert into premises.building (id, institution_id, site_id, code, name, acquisition, title_status, building_area, storeys)
            select md5('B' || i.code)::uuid, b.id, md5('S' || left(i.code, 6))::uuid, 'B' || i.code, d.name || '机关' || substr(i.code, 8) || '号楼',
                   'OWNED', 'REGISTERED_TO_BUREAU', 40000, 10
              from organization.institution i join organization.division d on d.id = i.division_id
              join organization.institution b on b.code = d.code || '-001'
             where right(i.code, 3)::int % 5 = 1;
            insert into premises.floor (id, institution_id, building_id, number)
            select md5(b.code || '/' || n)::uuid, b.institution_id, b.id, n from premises.building b, generate_series(1, 10) n;
            insert into premises.room (institution_id, building_id, floor_id, number, use, usable_area)
            select i.id, b.id, md5(b.code || '/' || f)::uuid, (f * 1000 + n % 100 + 1)::text,
                   (array['OFFICE', 'OFFICE', 'OFFICE', 'SERVICE', 'EQUIPMENT'])[1 + n % 5], 9 + n % 40
              from organization.institution i
             cross join lateral (select (right(i.code, 3)::int - 1) % 5 as place) p
              join premises.building b on b.code = 'B' || left(i.code, 7) || lpad((right(i.code, 3)::int - place)::text, 3, '0')
             cross join generate_series(0, 199) n
             cross join lateral (select place * 2 + 1 + n / 100 as f) f;
            commit;
            """;

    private static final int BATCH = 5_000;

    private final House house;

    ScopedWorld(House house) {
        this.house = house;
    }

    void plantOnce(Report report) {
        if (count("organization.person") > 0) {
            return;
        }
        var begun = System.nanoTime();
        Acting.as(Account.HOUSE, () -> {
            house.bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> house.database().sql(TREE).update());
            house.owner().sql(PEOPLE_TO_BE).update();
            house.owner().sql("create index on public.person_to_be (id)").update();
            seal();
            house.owner().sql(ROWS).update();
            house.owner().sql("drop table public.person_to_be").update();
            for (var table : List.of(
                    "organization.division",
                    "organization.institution",
                    "organization.department",
                    "organization.below",
                    "organization.person",
                    "premises.site",
                    "premises.building",
                    "premises.floor",
                    "premises.room",
                    "safeguard.subject")) {
                house.owner().sql("vacuum analyze " + table).update();
            }
            PEOPLE.forEach(this::open);
        });
        report.figure("planted", (System.nanoTime() - begun) / 1e9, "s");
    }

    long count(String table) {
        return house.database()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private record Number(UUID id, String phone) {}

    private void seal() {
        var cipher = house.bean(ColumnCipher.class);
        var all = house.owner()
                .sql("select id, phone from public.person_to_be")
                .query(Number.class)
                .list();
        IntStream.rangeClosed(0, (all.size() - 1) / BATCH)
                .parallel()
                .forEach(i -> seal(cipher, all.subList(i * BATCH, Math.min(all.size(), (i + 1) * BATCH))));
    }

    private void seal(ColumnCipher cipher, List<Number> some) {
        var staged = IntStream.range(0, some.size())
                .mapToObj(n -> new Staged(
                        n,
                        some.get(n).id(),
                        cipher.stage(
                                "organization.person",
                                "phone",
                                "bench",
                                n,
                                some.get(n).phone())))
                .toList();
        var sealed = cipher.settle("organization.person", "phone", "bench", staged);
        house.owner()
                .sql(
                        "update public.person_to_be p set sealed = n.value from unnest(:ids::uuid[], :values::text[]) n (id, value) where p.id = n.id")
                .param("ids", some.stream().map(Number::id).toArray(UUID[]::new))
                .param("values", sealed.toArray(String[]::new))
                .update();
    }

    private void open(String account, List<String> parts) {
        var roots = parts.stream()
                .map(code -> house.database()
                        .sql("select id from organization.institution where code = :code")
                        .param("code", code)
                        .query(UUID.class)
                        .single())
                .toList();
        var isEverywhere = roots.isEmpty();
        house.bean(DemonstrationAccounts.class)
                .open(
                        account,
                        account,
                        isEverywhere ? Role.ADMINISTRATOR : Role.OFFICER,
                        isEverywhere ? null : roots.get(0),
                        isEverywhere);
        roots.stream()
                .skip(1)
                .forEach(root -> house.database()
                        .sql("""
                        insert into identity.grant (account_id, holder, role, institution_id, purpose, starts_at, granted_at, granted_by)
                        select a.id, '', 'OFFICER', :root, 'DAILY', now(), now(), 'yiti' from identity.account a where a.account = :account
                        """)
                        .param("root", root)
                        .param("account", account)
                        .update());
    }
}
