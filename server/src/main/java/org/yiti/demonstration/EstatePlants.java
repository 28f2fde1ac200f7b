package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Estate.Asset;
import org.yiti.demonstration.Estate.Basis;
import org.yiti.demonstration.Estate.Disposal;
import org.yiti.demonstration.Estate.Income;
import org.yiti.demonstration.Estate.Stocktake;

/** Things too many, too dear, given up too soon, or never counted. */
final class EstatePlants {
    private static final Set<String> ORGANS = Set.of("PARTY_ORGAN", "GOVERNMENT_ORGAN");

    private final Plants plants;
    private final Estate estate;
    private final LocalDate asOf;

    EstatePlants(Plants plants) {
        this.plants = plants;
        this.estate = plants.city.upkeep.estate;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::tooMany);
        plants.attempt(this::secondCopier);
        plants.attempt(this::dear);
        plants.attempt(this::scrappedEarly);
        plants.attempt(this::counts);
        plants.attempt(this::leaver);
        disposal("AS-08", "报废没有集体决策", "decisionNo", null);
        disposal("AS-08b", "处置后没有核销", "writtenOffOn", null);
        disposal("AS-09", "转让没有评估", "kind", "SALE");
        plants.attempt(this::incomeKept);
        plants.attempt(this::invested);
        plants.attempt(this::unreported);
    }

    private Basis basis(String name) {
        return plants.pick(name, estate.bases.all().stream(), b -> "estate " + b.institutionCode());
    }

    private void tooMany() {
        Basis few = estate.bases.change(basis("AS-01"), "headcount", 2);
        plants.breach("AS-01", few.institutionCode(), "DESKTOP", "编制内 2 人有台式计算机 3 台", 3, 2);
    }

    private void secondCopier() {
        Basis twenty = estate.bases.change(basis("AS-01b"), "headcount", 20);
        Asset copier = estate.assets
                .where(a -> a.institutionCode().equals(twenty.institutionCode())
                        && a.category().equals("COPIER"))
                .findFirst()
                .orElseThrow();
        estate.assets.add(Rows.with(copier, "cardNo", copier.cardNo() + "B"));
        plants.breach("AS-01b", twenty.institutionCode(), null, "编制内 20 人有复印机 2 台", 2, 1);
    }

    private Asset asset(String name, Predicate<Asset> wanted) {
        return plants.pick(
                name, estate.assets.where(a -> a.status().equals("IN_USE")).filter(wanted), a -> "asset " + a.cardNo());
    }

    private Asset laptop(String name, double price, @Nullable String approval) {
        Asset picked = asset(name, a -> a.category().equals("LAPTOP"));
        return estate.assets.change(picked, "price", price, "specialApprovalNo", approval);
    }

    private void dear() {
        plants.breach("AS-02", laptop("AS-02", 8200, null).cardNo(), null, "便携式计算机 8200 元", 8200, 7000);
        plants.nearMiss("AS-02", laptop("AS-02 exact", 7000, null).cardNo(), "便携式计算机恰为 7000 元");
        plants.nearMiss("AS-02", laptop("AS-02 approved", 9000, "示资批〔2025〕2号").cardNo(), "超标准配置，已经批准");
    }

    private Disposal pickDisposal(String name) {
        return plants.pick(name, estate.disposals.all().stream(), d -> "asset " + d.cardNo());
    }

    private void scrappedEarly() {
        Disposal early = pickDisposal("AS-03");
        estate.assets.change(
                estate.assets.get(early.cardNo()),
                "purchasedOn",
                early.disposedOn().minusYears(4));
        plants.breach("AS-03", early.cardNo(), null, "台式计算机使用 4 年即报废，没有损坏鉴定");
        Disposal broken = pickDisposal("AS-03 broken");
        estate.assets.change(
                estate.assets.get(broken.cardNo()),
                "purchasedOn",
                broken.disposedOn().minusYears(3));
        estate.disposals.change(broken, "damageReportNo", "示鉴〔2026〕1号");
        plants.nearMiss("AS-03", broken.cardNo(), "使用 3 年损坏，有鉴定");
    }

    private void disposal(String rule, String done, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Disposal picked = estate.disposals.change(pickDisposal(rule), column, value);
            plants.breach(rule, picked.cardNo(), null, done);
        });
    }

    private Stocktake stocktake(String name) {
        return plants.pick(name, estate.stocktakes.all().stream(), s -> "estate " + s.institutionCode());
    }

    private void counts() {
        Stocktake missing = stocktake("AS-05");
        estate.stocktakes.change(missing, "foundCount", missing.bookCount() - 2, "takenOn", asOf.minusDays(100));
        plants.breach("AS-05", missing.institutionCode(), null, "盘亏 2 件，100 天没有处理");
        Stocktake settled = stocktake("AS-05 settled");
        estate.stocktakes.change(
                settled,
                "foundCount",
                settled.bookCount() - 1,
                "takenOn",
                asOf.minusDays(100),
                "settledOn",
                asOf.minusDays(60));
        plants.nearMiss("AS-05", settled.institutionCode(), "盘亏 1 件，40 天后处理");
        Stocktake old = stocktake("AS-06");
        estate.stocktakes.change(old, "takenOn", asOf.minusDays(400));
        plants.breach("AS-06", old.institutionCode(), null, "400 天没有盘点");
    }

    private void leaver() {
        Asset picked = asset("AS-07", a -> a.category().equals("DESKTOP") && leaverOf(a) != null);
        estate.assets.change(picked, "personCode", leaverOf(picked));
        plants.breach("AS-07", picked.cardNo(), null, "使用人已调离或退休");
    }

    private @Nullable String leaverOf(Asset asset) {
        return plants.city
                .organization
                .people
                .where(p -> p.institutionCode().equals(asset.institutionCode()))
                .filter(p -> p.leftOn() != null && p.leftOn().isBefore(asOf.minusDays(5)))
                .map(Organization.Person::code)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private boolean isOrgan(String institution) {
        return ORGANS.contains(
                plants.city.organization.institutions.get(institution).kind());
    }

    private void incomeKept() {
        Income kept = plants.pick(
                "AS-10",
                estate.incomes.where(
                        i -> isOrgan(i.institutionCode()) && i.receivedOn().isBefore(asOf.minusDays(32))),
                i -> "estate " + i.institutionCode());
        estate.incomes.change(kept, "paidInOn", null, "receiptNo", null);
        plants.breach("AS-10", kept.institutionCode(), kept.voucherNo(), "处置收入没有缴库");
    }

    private void invested() {
        Asset picked = asset("AS-11", a -> a.category().equals("DESK") && isOrgan(a.institutionCode()));
        estate.assets.change(picked, "use", "INVESTED");
        plants.breach("AS-11", picked.cardNo(), null, "行政单位以资产对外投资");
    }

    private void unreported() {
        boolean due = asOf.isAfter(LocalDate.of(asOf.getYear(), 3, 31));
        int year = asOf.getYear() - (due ? 1 : 2);
        Estate.Report missing =
                plants.pick("AS-12", estate.reports.where(r -> r.year() == year), r -> "estate " + r.institutionCode());
        estate.reports.remove(missing);
        plants.breach("AS-12", missing.institutionCode(), String.valueOf(year), "没有报送年度资产报告");
    }
}
