using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Hours;
using OneStop.Domain.Today.Notes;

namespace OneStop.Portal.Demo;

/// <summary>申し送り: some for today, one for the counselor alone, one about a booked client, and older ones that were read.</summary>
internal sealed class ShiftNoteChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter), typeof(AbsenceChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, counselor, colleague, manager) = (book.Now, Named(book, "counselor"), Named(book, "counselor2"), Named(book, "manager"));
        var next = book.Written<Booking>().Where(b => b.State == BookingState.Confirmed && b.Slot.Start > now && b.StaffId == counselor)
            .OrderBy(b => b.Slot.Start).FirstOrDefault();
        Note(book, new() { Text = "この方は、娘さんが電話に出るかもしれません。出たときは、名字だけ名乗ってかけ直してください。", ClientId = next?.ClientId }, manager, now.AddHours(-3));
        Note(book, new() { Text = "今夜22時から、LINEの送信が10分ほど止まります。急ぐ方には、先に電話をお願いします。" }, manager, now.AddHours(-5));
        Note(book, new() { Text = "面接の練習の資料を、書類の棚の上の段に置きました。", ForStaffId = counselor }, colleague, now.AddHours(-26));
        Note(book, new() { Text = "保育課の窓口は、木曜だけ19時まで開いています。" }, counselor, now.AddHours(-7)).Read(manager, now.AddHours(-6));
        var old = Note(book, new() { Text = "年末調整の質問が増えています。答えの文面を、定型文に入れました。" }, manager, now.AddDays(-9));
        old.Read(counselor, now.AddDays(-9).AddHours(2));
        old.Read(colleague, now.AddDays(-8));
        return Task.CompletedTask;
    }

    private static ShiftNote Note(DemoBook book, ShiftNoteWish wish, Guid by, DateTimeOffset at)
    {
        var note = ShiftNote.Of(wish, by, new ServiceCalendar([], []).OpenDays(ServiceDay.Of(at)).ElementAt(ShiftNote.ShownForDays - 1).Date, at);
        book.Add(note);
        return note;
    }

    private static Guid Named(DemoBook book, string signInName) => book.Staff.Single(s => s.UserName == signInName).Id;
}
