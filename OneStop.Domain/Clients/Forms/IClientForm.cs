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

    /// <summary>Stores the answers, within the save that closes the link.</summary>
    /// <exception cref="RuleException">The answers are rejected. The page shows the message, and the draft is kept.</exception>
    void Submit(ClientAnswers answers, FormTurn turn);
}

/// <summary>The submission of a form.</summary>
/// <param name="Conversation">With its friend; null if the client has no LINE.</param>
public sealed record FormTurn(OneStopDb Db, Client Client, Conversation? Conversation, DateTimeOffset Now);
