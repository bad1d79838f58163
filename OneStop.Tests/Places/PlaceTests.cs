using OneStop.Domain;
using OneStop.Domain.Places;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Places;

/// <summary>Where people work, and whether that is near enough (仕様書 7(2)④(イ)).</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("福岡県福岡市中央区架空1-1", "40133")]
    [InlineData("福岡市博多区架空2", "40132")] // without the prefecture
    [InlineData("〒810-0000　福岡県 福岡市　早良区架空3", "40137")] // with a postcode and spaces
    [InlineData("福岡県糟屋郡志免町架空", "40343")] // with the district between
    [InlineData("糟屋郡粕屋町架空", "40349")]
    [InlineData("佐賀県鳥栖市架空町", "41203")]
    [InlineData("佐賀県神埼郡吉野ケ里町架空", "41327")] // either ケ
    [InlineData("北九州市小倉北区架空", "40106")]
    [InlineData("東京都港区架空", null)] // further away
    [InlineData("熊本県福岡市架空", null)] // of another prefecture
    [InlineData("架空町福岡市中央区", null)] // it does not stand at the beginning
    [InlineData("", null)]
    public void The_municipality_is_read_from_an_address(string address, string? code) => Assert.Equal(code, Municipalities.In(address)?.Code);

    [Theory]
    [InlineData("長崎県佐世保市架空", "42")]
    [InlineData("〒100-0000 東京都千代田区", "13")]
    [InlineData("福岡市中央区", null)]
    public void The_prefecture_is_read_from_an_address(string address, string? code) => Assert.Equal(code, Prefectures.In(address)?.Code);

    [Fact]
    public void Each_place_has_a_code_of_its_own_in_a_prefecture_that_exists()
    {
        Assert.Equal(Municipalities.All.Count, Municipalities.All.Select(m => m.Code).Distinct().Count());
        Assert.Equal(["福岡県", "佐賀県"], Municipalities.All.Select(m => Prefectures.Find(m.Code)!.Name).Distinct());
        Assert.Equal(7, Municipalities.OfFukuokaCity.Count);
        Assert.Equal("沖縄県", Prefectures.Find("47")!.Name);
        Assert.All(CommutingArea.Proposed, code => Assert.NotNull(Municipalities.Find(code)));
    }

    [Fact]
    public void The_commuting_area_begins_in_the_future_contains_all_of_Fukuoka_and_only_places_that_exist()
    {
        var (now, staff) = (Japan("2026-10-05T09:00"), Guid.CreateVersion7(Japan("2026-10-05T09:00")));
        var wish = new CommutingAreaWish(["41203", .. CommutingArea.Proposed, "41203"], new(2026, 10, 6), "鳥栖までは電車で30分のため");
        Assert.Equal(CommutingArea.Proposed.Order(StringComparer.Ordinal), CommutingArea.From(wish, staff, now).Codes);
        Assert.Equal(nameof(wish.From), Refusal(wish with { From = new(2026, 10, 5) }));
        Assert.Equal(nameof(wish.Codes), Refusal(wish with { Codes = [.. wish.Codes, "99999"] }));
        Assert.Equal(nameof(wish.Codes), Refusal(wish with { Codes = [.. wish.Codes.Where(c => c != "40135")] }));
        Assert.Equal(nameof(wish.Reason), Refusal(wish with { Reason = " " }));

        string? Refusal(CommutingAreaWish tried) => Assert.Throws<RuleException>(() => CommutingArea.From(tried, staff, now)).Field;
    }
}
