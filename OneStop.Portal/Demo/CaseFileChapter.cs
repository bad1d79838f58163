using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;

namespace OneStop.Portal.Demo;

/// <summary>Case files: who is in charge, transfers confirmed and not, cases that were closed, and one that was opened again.</summary>
internal sealed class CaseFileChapter : IDemoChapter
{
    private static readonly string[] Notes =
    [
        "金曜の夜なら電話に出られるそうです。次の相談の前に、資格の学校の資料を送る約束をしています。",
        "小学生のお子さんの予定が変わりやすいので、予約は前の日に確かめてください。",
        "履歴書の書き直しがとちゅうです。本人の下書きはトークにあります。",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ShiftChapter), typeof(ClientChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, people) = (book.Now, ShiftChapter.Workers(book));
        foreach (var (i, client) in book.Written<Client>().OrderBy(c => c.Number).Index())
        {
            if (i % 7 == 6)
                continue; // nobody is in charge yet
            var (first, next) = (people[i % people.Count].Id, people[(i + 1) % people.Count].Id);
            var charge = CaseAssignment.Of(client.Id, first, first, "", client.BornAt.AddHours(2));
            book.Add(charge);
            if (i % 9 == 4)
                Transfer(book, charge, client, next, i);
            else if (i % 16 == 3)
                Close(book, charge, client, first, now.AddDays(-1 - (i % 5)), (ClosingReason)(i / 16 % 4));
        }
        return Task.CompletedTask;
    }

    private static void Transfer(DemoBook book, CaseAssignment charge, Client client, Guid next, int i)
    {
        var at = book.Now.AddHours(-3 - i);
        charge.End(at);
        var taken = CaseAssignment.Of(client.Id, next, charge.StaffId, Notes[i / 9 % Notes.Length], at);
        if (i % 2 == 0)
            taken.Acknowledge(next, at.AddHours(1));
        book.Add(taken);
    }

    private static void Close(DemoBook book, CaseAssignment charge, Client client, Guid by, DateTimeOffset at, ClosingReason reason)
    {
        charge.End(at);
        book.Add(CaseClosing.Of(client.Id, reason, "", by, at));
    }
}
