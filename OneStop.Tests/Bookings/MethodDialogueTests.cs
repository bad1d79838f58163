using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>Choosing another method in the dialogue: while moving, or because the office no longer offers the old one.</summary>
public sealed class MethodDialogueTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        manager = await oneStop.AMember("chief", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_talk_is_moved_to_another_method_even_at_its_own_time()
    {
        var friend = await oneStop.Booked("10月8日(木)", "10:00", "電話");
        foreach (var label in (string[])["予約を変更する", "方法を変える", "チャット", "10月8日(木)", "10:00", "変更する"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "予約を変更しました");
        Assert.Equal([(BookingState.Cancelled, ContactMethod.Phone), (BookingState.Confirmed, ContactMethod.Chat)],
            (await oneStop.BookingsOf(friend)).Select(b => (b.State, b.Method)));
    }

    [Fact]
    public async Task Where_the_old_method_is_offered_no_more_another_is_asked_for_and_what_was_chosen_stays()
    {
        var friend = await oneStop.Booked("10月8日(木)", "10:00", "電話");
        foreach (var label in (string[])["予約を変更する", "10月9日(金)", "11:00"])
            await oneStop.Tap(friend, label);
        await Offer(ContactMethod.Chat, ContactMethod.Video);
        await oneStop.Tap(friend, "変更する");
        oneStop.AssertSays(friend, "どの方法で話しますか？");
        await oneStop.Tap(friend, "ビデオ通話");
        oneStop.AssertSays(friend, "10月9日(金) 11:00〜12:00");
        await oneStop.Tap(friend, "変更する");
        oneStop.AssertSays(friend, "予約を変更しました");
        Assert.Equal(ContactMethod.Video, (await oneStop.BookingsOf(friend)).Single(b => b.Stands).Method);
    }

    [Fact]
    public async Task Where_only_one_method_is_left_moving_goes_on_with_it()
    {
        var friend = await oneStop.Booked("10月8日(木)", "10:00", "電話");
        await Offer(ContactMethod.Chat);
        foreach (var label in (string[])["予約を変更する", "10月9日(金)", "11:00"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "チャット");
        await oneStop.Tap(friend, "変更する");
        Assert.Equal(ContactMethod.Chat, (await oneStop.BookingsOf(friend)).Single(b => b.Stands).Method);
    }

    private Task Offer(params ContactMethod[] methods) => oneStop.At<TermsDesk>(manager, async d =>
    {
        var terms = (await d.List()).Single(r => r.Kind == BookingKind.Consultation).Terms;
        await d.Set(BookingKind.Consultation, new(terms, terms with { Methods = [.. methods] }));
    });
}
