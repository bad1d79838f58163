using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts.Absences;

namespace OneStop.Portal.Demo;

/// <summary>
/// A colleague who is away with a substitute, one who will be away without any, and some cases that were given to the counselor in one act and wait to be
/// confirmed.
/// </summary>
internal sealed class AbsenceChapter : IDemoChapter
{
    private const int Given = 3;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(CaseFileChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, today) = (book.Now, ServiceDay.Of(book.Now).Date);
        var (counselor, colleague, planner, manager) = (Named(book, "counselor"), Named(book, "counselor2"), Named(book, "planner"), Named(book, "manager"));
        book.Add(Absence.Of(new()
        {
            StaffId = colleague,
            From = today.AddDays(-1),
            Until = today.AddDays(2),
            Substitutes = [counselor],
            Note = "木曜の夜の電話は、手帳の約束のとおりにお願いします。",
        }, colleague, now.AddDays(-4)));
        book.Add(Absence.Of(new() { StaffId = planner, From = today.AddDays(10), Note = "戻る日は、決まったら入れます。" }, manager, now.AddDays(-2)));
        Give(book, planner, counselor, manager);
        return Task.CompletedTask;
    }

    private static void Give(DemoBook book, Guid from, Guid to, Guid by)
    {
        var (at, batch) = (book.Now.AddHours(-2), Guid.CreateVersion7(book.Now));
        var closed = book.Written<CaseClosing>().Select(c => c.ClientId).ToHashSet();
        var clients = book.Written<Client>().Select(c => c.Id).ToHashSet();
        foreach (var charge in book.Written<CaseAssignment>()
            .Where(c => c.StaffId == from && c.Until is null && clients.Contains(c.ClientId) && !closed.Contains(c.ClientId)).Take(Given).ToList())
        {
            charge.End(at);
            book.Add(CaseAssignment.Of(charge.ClientId, to, by, "朝倉さんの休みの前に、担当を替えました。次の相談までに、記録を読んでおいてください。", at, batch));
        }
    }

    private static Guid Named(DemoBook book, string signInName) => book.Staff.Single(s => s.UserName == signInName).Id;
}
