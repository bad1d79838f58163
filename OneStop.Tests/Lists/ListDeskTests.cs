using OneStop.Domain;
using OneStop.Domain.Lists;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Lists;

/// <summary>Each member's own columns and views of lists are saved.</summary>
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
        Assert.Equal("state", $"{await HiddenIn(two, "bookings")}"); // also for members who may not see clients
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
    [InlineData("person,kind,person", "kind,person")] // sorted, without duplicates
    [InlineData("kind,さくら,<b>,a b,1", "kind")] // free text is not accepted
    [InlineData("kind,abcdefghijklmnopqrstuvwxyzabcdefgh", "kind")] // longer than any name
    [InlineData("", "")]
    public void Only_names_of_columns_are_read(string text, string names) => Assert.Equal(names, $"{ColumnNames.Read(text)}");

    [Fact]
    public void A_column_is_put_away_and_shown_again() => Assert.Equal(ColumnNames.Read("kind"), ColumnNames.None.Turn("person").Turn("kind").Turn("person"));

    [Fact]
    public async Task A_view_is_kept_renamed_and_removed_by_whom_it_belongs_to()
    {
        var (one, two) = (await oneStop.AMember("viewer", Duty.Counselor), await oneStop.AMember("other", Duty.Counselor));
        await At(one, desk => desk.Keep("bookings", " 今週の無断 ", "week=1&state=missed&sort=-start&hide=kind,person"));
        var view = Assert.Single(await Views(one, "bookings"));
        Assert.Equal(("今週の無断", "week=1&state=missed&sort=-start&hide=kind,person"), (view.Name, view.Address));
        Assert.Empty(await Views(one, "templates"));
        Assert.Empty(await Views(two, "bookings"));

        await At(one, desk => desk.Rename(view.Id, new(new(view.Name), new("無断"))));
        Assert.Equal("無断", Assert.Single(await Views(one, "bookings")).Name);
        await Assert.ThrowsAsync<InvalidOperationException>(() => At(two, desk => desk.Rename(view.Id, new(new("無断"), new("わたしの")))));
        await At(two, desk => desk.Remove(view.Id));
        Assert.Single(await Views(one, "bookings"));
        await At(one, desk => desk.Remove(view.Id));
        Assert.Empty(await Views(one, "bookings"));
    }

    [Fact]
    public async Task The_name_of_a_view_is_checked()
    {
        var member = await oneStop.AMember("namer", Duty.City);
        await At(member, desk => desk.Keep("bookings", "無断", "state=missed"));
        await At(member, desk => desk.Keep("templates", "無断", "")); // another list
        foreach (var (name, says) in (IEnumerable<(string, string)>)[(" ", "入力してください"), (new('長', 31), "30文字まで"), ("無断", "すでにあります")])
            Assert.Contains(says, (await Assert.ThrowsAsync<RuleException>(() => At(member, desk => desk.Keep("bookings", name, "")))).Message);
        await At(member, desk => desk.Keep("bookings", new('長', 30), ""));
        var last = (await Views(member, "bookings")).Single(v => v.Name != "無断");
        await Assert.ThrowsAsync<RuleException>(() => At(member, desk => desk.Rename(last.Id, new(new(last.Name), new("無断")))));
        Assert.Equal(2, (await Views(member, "bookings")).Count); // the City too reads its own views
    }

    [Fact]
    public async Task One_person_keeps_a_limited_number_of_views_of_a_list()
    {
        var member = await oneStop.AMember("collector", Duty.Counselor);
        for (var i = 0; i < ListView.MostOfOne; i++)
            await At(member, desk => desk.Keep("bookings", $"表示{i}", ""));
        Assert.Contains("20件まで", (await Assert.ThrowsAsync<RuleException>(() => At(member, desk => desk.Keep("bookings", "もう一つ", "")))).Message);
    }

    [Theory]
    [InlineData("words=さくら")]
    [InlineData("words=%E3%81%95%E3%81%8F%E3%82%89")]
    [InlineData("state=missed#x")]
    public void No_word_that_somebody_typed_is_kept_with_a_view(string address) =>
        Assert.Throws<ArgumentException>(() => ListView.Keep(Guid.Empty, "bookings", "名前", address, oneStop.Clock.GetUtcNow()));

    private Task At(StaffMember member, Func<ListDesk, Task> ask) => oneStop.At<ListDesk>(member, ask);

    private Task<IReadOnlyList<ListViewRow>> Views(StaffMember member, string list) =>
        oneStop.At<ListDesk, IReadOnlyList<ListViewRow>>(member, desk => desk.Views(list));

    private Task<ColumnNames> HiddenIn(StaffMember member, string list) => oneStop.At<ListDesk, ColumnNames>(member, desk => desk.HiddenIn(list));

    private Task Hide(StaffMember member, string list, ColumnNames columns) => oneStop.At<ListDesk>(member, desk => desk.Hide(list, columns));
}
