using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// 専用ページの用紙: a form that one client fills in on a page of ours, opened by a link. It says what becomes of the answers; the link, the
/// device, the consent, what was typed so far and words of danger are the kit's (<see cref="ClientFormDesk"/>). Registered by convention.
/// </summary>
public interface IClientForm
{
    /// <summary>A word of its own, by which its links are known.</summary>
    string Kind { get; }

    /// <summary>How long a link is good for.</summary>
    TimeSpan GoodFor { get; }

    /// <summary>The purpose without whose consent nothing is taken.</summary>
    ConsentPurpose Purpose { get; }

    /// <summary>Keeps the answers, within the save that closes the link.</summary>
    /// <exception cref="RuleException">They cannot be taken. The page shows the sentence, and what was typed stays.</exception>
    void Submit(ClientAnswers answers, FormTurn turn);
}

/// <summary>A form that is being sent.</summary>
/// <param name="Conversation">With its friend; null of who has no LINE.</param>
public sealed record FormTurn(OneStopDb Db, Client Client, Conversation? Conversation, DateTimeOffset Now);
