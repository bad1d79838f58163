using OneStop.Domain;
using OneStop.Domain.Partners;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Partners;

/// <summary>An entry of the directory of partners.</summary>
public sealed class PartnerTests
{
    internal static readonly PartnerWish Center = new("ひなた子育て支援センター（架空）", "ひなたこそだてしえんせんたー", [PartnerKind.SingleParentCenter], "ひとり親の方",
        "平日 9:00〜17:00", "092-000-0101", Ward.Chuo, "福岡市中央区架空町1-1", "", "https://example.invalid/hinata", "先に電話で知らせる");

    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly Guid Aoba = Guid.CreateVersion7(Nine), Midori = Guid.CreateVersion7(Nine);
    private readonly Partner partner = Partner.Of(Center, Aoba, Nine);

    [Fact]
    public void A_new_entry_is_due_for_a_check_at_once_and_one_that_was_checked_after_six_months()
    {
        Assert.Equal((null, Nine), (partner.Check, partner.CheckDueAt));
        partner.Confirm(Midori, Japan("2026-10-05T15:00"));
        Assert.Equal(new(Japan("2026-10-05T15:00"), Midori), partner.Check);
        Assert.Equal(Japan("2027-04-05T00:00"), partner.CheckDueAt);
    }

    [Fact]
    public void A_check_counts_no_more_once_something_changed_that_clients_rely_on()
    {
        partner.Confirm(Midori, Nine);
        partner.Rewrite(Center with { HowToRefer = "本人が電話する", Kana = "ひなた", Kinds = [PartnerKind.Other] }, Nine.AddDays(1));
        Assert.NotNull(partner.Check); // clients are told nothing else
        partner.Rewrite(partner.Wish with { Phone = "092-000-0102" }, Nine.AddDays(2));
        Assert.Equal((null, Nine.AddDays(2)), (partner.Check, partner.CheckDueAt));
    }

    [Theory]
    [InlineData(PartnerKind.Safety, true)]
    [InlineData(PartnerKind.LawAndDebts, true)]
    [InlineData(PartnerKind.Health, true)]
    [InlineData(PartnerKind.HelloWork, false)]
    [InlineData(PartnerKind.Housing, false)]
    public void Violence_debts_and_illness_are_not_named_unasked(PartnerKind kind, bool asks) =>
        Assert.Equal(asks, Partner.Of(Center with { Kinds = [PartnerKind.Other, kind] }, Aoba, Nine).IsSensitive);

    [Fact]
    public void Nobody_is_told_of_a_partner_that_was_never_checked_or_has_closed_down()
    {
        Assert.Throws<RuleException>(partner.RefuseUnlessChecked);
        partner.Confirm(Midori, Nine);
        partner.RefuseUnlessChecked();
        partner.Close(Aoba, Nine);
        Assert.Throws<RuleException>(partner.RefuseUnlessChecked);
        partner.Reopen();
        partner.RefuseUnlessChecked();
    }

    [Theory]
    [InlineData("092-000-0101", "092-000-0101")] // as typed: the grouping of a land line depends on its region
    [InlineData("０９２（０００）０１０１", "092-000-0101")]
    [InlineData("080 0000 0101", "080-0000-0101")]
    [InlineData("+81 92-000-0101", "0920000101")]
    [InlineData(" ", "")]
    public void A_number_is_kept_as_it_is_dialled(string typed, string kept) => Assert.Equal(kept, Partner.Of(Center with { Phone = typed }, Aoba, Nine).Phone);

    [Fact]
    public void What_is_missing_or_no_address_is_said_beside_its_field()
    {
        Assert.Equal(nameof(PartnerWish.Name), FieldOf(Center with { Name = " " }));
        Assert.Equal(nameof(PartnerWish.Name), FieldOf(Center with { Name = new('あ', PartnerWish.LongestName + 1) }));
        Assert.Equal(nameof(PartnerWish.Kinds), FieldOf(Center with { Kinds = [] }));
        Assert.Equal(nameof(PartnerWish.Phone), FieldOf(Center with { Phone = "092-000" }));
        Assert.Equal(nameof(PartnerWish.WebAddress), FieldOf(Center with { WebAddress = "javascript:alert(1)" }));
        Assert.Equal(nameof(PartnerWish.MapLink), FieldOf(Center with { MapLink = "天神" }));
        Assert.Equal(nameof(PartnerWish.HowToRefer), FieldOf(Center with { HowToRefer = new('あ', PartnerWish.LongestHow + 1) }));
    }

    private static string? FieldOf(PartnerWish wish) => Assert.Throws<RuleException>(() => Partner.Of(wish, Aoba, Nine)).Field;
}
