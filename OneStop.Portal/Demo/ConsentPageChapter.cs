using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;

namespace OneStop.Portal.Demo;

/// <summary>Pages that ask for a consent to information by LINE: one answered yes, one no, and one that still waits.</summary>
internal sealed class ConsentPageChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientFileChapter), typeof(CaseFileChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var by = ShiftChapter.Workers(book)[0].Id;
        var without = book.Written<CaseClosing>().Select(c => c.ClientId)
            .Concat(book.Written<Consent>().Where(c => c.Purpose == InformationConsent.To.Code).Select(c => c.ClientId)).ToHashSet();
        var clients = book.Written<Client>().Where(c => c.FriendId is not null && !without.Contains(c.Id)).OrderBy(c => c.Number).Take(3);
        foreach (var (i, client) in clients.ToList().Index())
        {
            var link = ClientLink.Asking(InformationConsent.To, client, by, book.Now.AddDays(-3 + i));
            book.Add(link);
            if (i < 2)
                link.Answer(agrees: i == 0, book.Now.AddDays(-2).AddHours(i));
            if (i == 0)
                book.Add(Consent.To(InformationConsent.To, client.Id, null, link.SubmittedAt!.Value, new(ConsentWay.Page)));
        }
        return Task.CompletedTask;
    }
}
