using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Friends;
using OneStop.Domain.Partners.Signpostings;

namespace OneStop.Portal.Demo;

/// <summary>Clients: most of them use LINE, some only call.</summary>
internal sealed class ClientChapter : IDemoChapter
{
    private const int Clients = 50;
    private const int Callers = 5;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(TalkChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, by) = (book.Now, ShiftChapter.Workers(book)[0].Id);
        book.AddRange(ConsentWording.Of(ConsentPurpose.Consultation, now.AddDays(-30)), ConsentWording.Of(SharingConsent.To, now.AddDays(-30)));
        var friends = book.Written<Friend>().OrderBy(f => f.Number).ToList();
        for (var i = 0; i < Clients; i++)
        {
            var isCaller = i >= Clients - Callers;
            var client = Client.Of(i + 1, isCaller ? null : friends[i], isCaller ? by : null, now.AddDays(-30).AddHours(i));
            if (isCaller)
                client.CallAs(DemoBook.Nicknames[i % DemoBook.Nicknames.Count]);
            if (i % 3 != 2 && PhoneNumber.TryRead($"090-0000-{1000 + i}", out var phone))
                client.CallAt(phone);
            var question = isCaller ? EligibilityQuestion.ReadOut : EligibilityQuestion.Alone;
            client.Answer(i % 11 == 5 ? Eligibility.Unsure : Eligibility.Yes, question.Rule, client.BornAt);
            if (i == 8)
                client.AskErasure(now.AddDays(-2));
            book.Add(client);
            book.Add(Consent.To(ConsentPurpose.Consultation, client.Id, isCaller ? by : null, client.BornAt));
        }
        return Task.CompletedTask;
    }
}
