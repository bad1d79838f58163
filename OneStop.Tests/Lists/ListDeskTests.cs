using OneStop.Domain.Lists;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Lists;

/// <summary>How each person looks at their lists is kept for them.</summary>
public sealed class ListDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_columns_that_one_puts_away_are_kept_for_this_list_and_this_person()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.City));
        Assert.Equal(ColumnNames.None, await HiddenIn(one, "bookings"));
        await Hide(one, "bookings", ColumnNames.Read("kind,person"));
        await Hide(two, "bookings", ColumnNames.Read("state"));
        Assert.Equal("kind,person", $"{await HiddenIn(one, "bookings")}");
        Assert.Equal("state", $"{await HiddenIn(two, "bookings")}"); // also for whoever may see no people
        Assert.Equal(ColumnNames.None, await HiddenIn(one, "templates"));

        await Hide(one, "bookings", ColumnNames.None); // shown again
        Assert.Equal(ColumnNames.None, await HiddenIn(one, "bookings"));
    }

    [Fact]
    public async Task Two_windows_that_choose_for_the_first_time_at_once_are_both_answered()
    {
        var member = await oneStop.AMember("double", Duty.Counselor);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Hide(member, "bookings", ColumnNames.Read("kind"))));
        Assert.Equal("kind", $"{await HiddenIn(member, "bookings")}");
    }

    [Theory]
    [InlineData("kind,person", "kind,person")]
    [InlineData("person,kind,person", "kind,person")] // in one order, each once
    [InlineData("kind,さくら,<b>,a b,1", "kind")] // nothing that somebody typed
    [InlineData("kind,abcdefghijklmnopqrstuvwxyzabcdefgh", "kind")] // no name is that long
    [InlineData("", "")]
    public void Only_names_of_columns_are_read(string text, string names) => Assert.Equal(names, $"{ColumnNames.Read(text)}");

    [Fact]
    public void A_column_is_put_away_and_shown_again() => Assert.Equal(ColumnNames.Read("kind"), ColumnNames.None.Turn("person").Turn("kind").Turn("person"));

    private Task<ColumnNames> HiddenIn(StaffMember member, string list) => oneStop.At<ListDesk, ColumnNames>(member, desk => desk.HiddenIn(list));

    private Task Hide(StaffMember member, string list, ColumnNames columns) => oneStop.At<ListDesk>(member, desk => desk.Hide(list, columns));
}
