using OneStop.Domain;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Records of the talks that were held: confirmed ones, drafts, corrections, comments of the manager, and anonymous twins. All is invented.</summary>
internal sealed class ConsultationChapter : IDemoChapter
{
    /// <summary>The latest talks have no record yet, so that something is due.</summary>
    private const int WithoutRecord = 4;

    private const int Twins = 8;

    private static readonly DemoRecord[] Records = DemoRecords.All;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, manager, support) = (book.Now, book.With(Duty.Manager)[0], book.Staff.Where(s => s.Duties.Any(d => d.SeesSupport)).ToList());
        var held = book.Written<Booking>().Where(b => b.State == BookingState.Held && b.Kind == BookingKind.Consultation)
            .Where(b => support.Exists(s => s.Id == b.StaffId)).OrderBy(b => b.Slot.Start).ToList();
        var records = new List<(Consultation Record, ConsultationContent Content)>();
        foreach (var (i, booking) in held.SkipLast(WithoutRecord).Index())
            records.Add(Recorded(book, booking, i, manager, now));
        foreach (var (i, client) in book.Written<Client>().Where(c => c.FriendId is null).Take(3).ToList().Index())
            records.Add((WalkIn(book, client, support[i % support.Count].Id, i, now), null!));
        foreach (var (i, (record, content)) in records.Where(r => r.Record.Confirmation is not null && r.Content is not null).Take(Twins).Index())
            Twin(book, record, content, i + 1, support.First(s => s.Id != record.StaffId).Id, now);
        return Task.CompletedTask;
    }

    private static (Consultation, ConsultationContent) Recorded(DemoBook book, Booking booking, int i, Guid manager, DateTimeOffset now)
    {
        var content = Of(Records[i % Records.Length], ConsultationMethod.Of(booking.Method), booking.Slot.Start, booking.Slot.End, booking.StaffId);
        var written = booking.Slot.End.AddMinutes(20) < now ? booking.Slot.End.AddMinutes(20) : now;
        var record = Consultation.Draft(booking.ClientId, booking, null, content, booking.StaffId, written);
        book.Add(record);
        if (i % 9 == 8)
            return (record, content); // a draft
        record.Confirm(booking.StaffId, written);
        if (i % 6 == 5)
            record.Correct(content = content with { Support = $"{content.Support}\n（追記）制度の説明も一緒に行った。" }, "説明した制度の書きもれ", booking.StaffId, written);
        if (i % 5 == 2)
        {
            var comment = ConsultationComment.On(record, "本人の強みも、本人の言葉で書き足しておくと、応募書類のときに使えます。", manager, written);
            if (i % 10 == 2)
                comment.Acknowledge(record, booking.StaffId, written);
            book.Add(comment);
        }
        if (content.NextStepOn is not null && i % 3 == 0)
            record.FinishNextStep(booking.StaffId, written);
        return (record, content);
    }

    private static Consultation WalkIn(DemoBook book, Client client, Guid staffId, int i, DateTimeOffset now)
    {
        var begin = ServiceDay.Of(now).AddDays(-3 - i).At(TimeSpan.FromHours(11 + i));
        var content = Of(Records[i + 2], ConsultationMethod.Phone, begin, begin.AddMinutes(25), staffId);
        var record = Consultation.Draft(client.Id, null, null, content, staffId, begin.AddHours(1));
        record.Confirm(staffId, begin.AddHours(1));
        book.Add(record);
        return record;
    }

    /// <summary>The first twins are confirmed, the next one waits, the last are being made.</summary>
    private static void Twin(DemoBook book, Consultation record, ConsultationContent content, int number, Guid maker, DateTimeOffset now)
    {
        var source = ConsultationText.Of(record, content, StandardVocabulary.All.Where(s => content.SubjectIds.Contains(s.Id)).Select(s => s.Name));
        var finds = IdentifierFinder.Find(source.Text, new([], source.On.AddMonths(-1)), source.On);
        var twin = AnonymousTwin.Of(number, ConsultationText.Code, source, maker, now.AddDays(-2));
        book.Add(twin);
        foreach (var find in finds.Take(number > Twins - 2 ? 1 : finds.Count))
            twin.Decide(find, new(find.Suggestion), maker, now.AddDays(-2));
        if (number > Twins - 2)
            return;
        twin.Ask(source, finds, number, maker, now.AddDays(-2));
        var second = book.Staff.First(s => s.Duties.Any(d => d.SeesSupport) && s.Id != maker && s.Id != record.StaffId).Id;
        if (number <= Twins - 4)
            twin.Confirm(twin.Approval!.Digest, record.StaffId, second, now.AddDays(-1));
    }

    private static ConsultationContent Of(DemoRecord record, ConsultationMethod method, DateTimeOffset begin, DateTimeOffset end, Guid staffId) => new()
    {
        Method = method,
        Begin = begin,
        End = end,
        Place = method == ConsultationMethod.Phone ? "" : "相談室",
        StaffId = staffId,
        Minutes = ConsultationContent.MinutesOf(end - begin),
        SubjectIds = [.. record.Subjects.Select(place => StandardVocabulary.All[place - 1].Id)],
        Complaint = record.Complaint,
        Assessment = record.Assessment,
        Support = record.Support,
        NextStep = record.NextStep,
        NextStepOn = record.NextStep.Length > 0 ? ServiceDay.Of(begin).AddDays(record.Days).Date : null,
    };
}
