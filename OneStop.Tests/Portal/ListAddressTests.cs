using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Lists;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Tests.Portal;

/// <summary>The address of a list holds the list's query.</summary>
public sealed class ListAddressTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var query = new ListQuery<BookingFilter>(
            new()
            {
                Day = new(2026, 10, 11),
                IsWeek = true,
                State = BookingState.Missed,
                Kind = BookingKind.InterviewPractice,
                Person = new Guid("0199b1a0-0000-7000-8000-000000000001"),
                IsOutside = true
            }, "start", true, 3);
        var address = ListAddress.Write("/bookings", query);
        Assert.Equal($"/bookings?day=2026-10-11&week=1&state=missed&kind=interviewpractice&person={query.Filter.Person}&outside=1&sort=-start&page=3", address);
        Assert.Equal(query, ListAddress.Read<BookingFilter>(address));
        Assert.Equal("/bookings", ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new())));
    }

    [Theory]
    [InlineData("day=2026-02-30")] // not a date
    [InlineData("day=0002-10-05")] // a year that is still being typed
    [InlineData("day=さくら&state=3&kind=nothing&person=me&week=yes&outside=true")]
    [InlineData("page=0&sort=")]
    [InlineData("page=-1&sort=1%3Bdrop")]
    [InlineData("page=99999999999&words=さくら&name=さくら")]
    public void What_makes_no_sense_is_left_out(string said) =>
        Assert.Equal(new ListQuery<BookingFilter>(new()), ListAddress.Read<BookingFilter>($"http://localhost/bookings?{said}"));

    [Fact]
    public void Words_never_stand_in_it()
    {
        Assert.Equal("/bookings", ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new(), Words: "さくら")));
        Assert.Throws<NotSupportedException>(() => ListAddress.Write("/", new ListQuery<Wordy>(new() { Name = "さくら" })));
    }

    [Fact]
    public void The_columns_of_a_view_stand_in_its_address()
    {
        var address = ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new() { IsWeek = true }), ColumnNames.Read("person,kind"));
        Assert.Equal("/bookings?week=1&hide=kind,person", address);
        Assert.Equal("kind,person", $"{ListAddress.HiddenIn(address)}");
        // all columns are shown, whatever is saved
        Assert.Equal("/bookings?hide=", ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new()), ColumnNames.None));
        Assert.Equal(ColumnNames.None, ListAddress.HiddenIn("/bookings?hide="));
        Assert.Null(ListAddress.HiddenIn("/bookings?week=1"));
    }

    private sealed record Wordy
    {
        public string? Name { get; init; }
    }
}
