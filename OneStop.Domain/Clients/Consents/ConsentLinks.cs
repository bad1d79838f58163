using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Consents;

/// <summary>Links to pages that ask for one consent (<see cref="ClientLink.Asking"/>). No device owns them, because nothing is typed there.</summary>
public static class ConsentLinks
{
    /// <summary>The code of these links.</summary>
    public const string Kind = "consent";

    /// <summary>The path of the page, before its key. It says nothing.</summary>
    public const string PagePath = "a/";

    /// <summary>How long a link is valid. The office's own rule, as for a questionnaire.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    extension(IQueryable<ClientLink> links)
    {
        /// <summary>The pages of a client that ask for a consent and can still be answered.</summary>
        internal IQueryable<ClientLink> AskingForConsent(Guid clientId, DateTimeOffset now) =>
            links.NotSentOf(clientId).Where(l => l.Kind == Kind && l.ExpiresAt > now);
    }

    extension(OneStopDb db)
    {
        /// <summary>Closes a client's pages, as when the case is closed.</summary>
        internal async Task EndConsentPages(Guid clientId, DateTimeOffset now)
        {
            foreach (var link in await db.ClientLinks.AskingForConsent(clientId, now).ToListAsync())
                link.Withdraw(now);
        }
    }
}
