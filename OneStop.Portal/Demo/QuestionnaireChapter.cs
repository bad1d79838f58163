using System.Security.Cryptography;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Portal.Demo;

/// <summary>Questionnaires: one that has arrived and waits for staff, and one that its client is still filling in.</summary>
internal sealed class QuestionnaireChapter : IDemoChapter
{
    private static readonly (string Code, string? Value)[] Answers =
    [
        ("address.ward", """{"Ward":"Sawara","IsOutside":false}"""), ("work.form", "\"PartTime\""), ("work.hours", "24"), ("wishes.kinds", "\"医療事務\""), ("wishes.motivation", "\"AfterPreparing\""),
        ("wishes.hours", "\"平日の9時から16時\""), ("skills.pc-words", "\"ワード、エクセル\""), ("household.helpers", "\"いまは、いない\""),
        ("money.support", null),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(FactsChapter), typeof(CaseFileChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var closed = book.Written<CaseClosing>().Select(c => c.ClientId).ToHashSet();
        var clients = book.Written<Client>().Where(c => c.FriendId is null && !closed.Contains(c.Id)).OrderBy(c => c.Number).ToList();
        var by = ShiftChapter.Workers(book)[0].Id;
        var (received, link) = Sent(book, clients[0], by, book.Now.AddDays(-2));
        received.Begin(book.Now.AddHours(-20));
        link.Submit(book.Now.AddHours(-18));
        var answers = Answers.Select(a => QuestionnaireAnswer.Of(Questions.Find(a.Code)!, a.Value, link.SubmittedAt!.Value)).ToList();
        received.Receive(answers, link.SubmittedAt!.Value);

        var (underWay, open) = Sent(book, clients[1], by, book.Now.AddDays(-1));
        underWay.Begin(book.Now.AddHours(-3));
        open.Keep(ClientAnswers.None, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))); // a telephone that nobody has
        return Task.CompletedTask;
    }

    private static (ClientQuestionnaire Sheet, ClientLink Link) Sent(DemoBook book, Client client, Guid by, DateTimeOffset at)
    {
        var link = ClientLink.To(new QuestionnaireForm(), client, at);
        var sheet = ClientQuestionnaire.Of(link, [.. Answers.Select(a => a.Code), "skills.school", "household.children"], by, at);
        sheet.Copy(by, at.AddMinutes(1));
        book.AddRange(link, sheet);
        return (sheet, link);
    }
}
