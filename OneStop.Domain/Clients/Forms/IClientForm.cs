using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// 専用ページの用紙: a form that one client fills in on a page of this portal, opened by a link. It defines what becomes of the answers; <see
/// cref="ClientFormDesk"/> does the rest (link, device, consent, draft, danger words). Registered by convention.
/// </summary>
public interface IClientForm
{
    /// <summary>The code of its links, different for each form.</summary>
    string Kind { get; }

    /// <summary>How long a link is valid.</summary>
    TimeSpan GoodFor { get; }

    /// <summary>The purpose whose consent is required.</summary>
    ConsentPurpose Purpose { get; }

    /// <summary>
    /// Returns what is kept until the form is submitted, within the save that keeps it. A form on one screen keeps what was typed last; a form of several
    /// screens adds it to what was kept before.
    /// </summary>
    /// <exception cref="RuleException">What was typed is rejected, and what was kept before stays.</exception>
    Task<ClientAnswers> Keep(ClientAnswers kept, ClientAnswers typed, FormTurn turn) => Task.FromResult(typed);

    /// <summary>Stores the answers, within the save that closes the link.</summary>
    /// <exception cref="RuleException">The answers are rejected. The page shows the message, and the draft is kept.</exception>
    Task Submit(ClientAnswers answers, FormTurn turn);

    /// <summary>Called, within a save, when a client who has no conversation wrote words of danger.</summary>
    Task MeetDanger(ClientLink link, OneStopDb db, DateTimeOffset now) => Task.CompletedTask;
}

/// <summary>A step of a client in a form.</summary>
/// <param name="Conversation">With its friend; null if the client has no LINE.</param>
public sealed record FormTurn(OneStopDb Db, ClientLink Link, Client Client, Conversation? Conversation, DateTimeOffset Now);
