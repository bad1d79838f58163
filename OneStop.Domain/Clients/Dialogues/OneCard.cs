using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// はじめのカード: eligibility and consent asked on one card. That needs the City's approval of exactly these words; without a valid one they are asked one
/// after the other.
/// </summary>
public static class OneCard
{
    /// <summary>The kind of its approvals.</summary>
    public const string Kind = "one-card";

    /// <summary>The digest of what the City approves: the question, and the privacy notice.</summary>
    public static string Digest { get; } = ContentDigest.Of(EligibilityQuestion.OnOneCard.Words, PrivacyNotice.Text);

    extension(OneStopDb db)
    {
        /// <summary>Whether a valid approval exists.</summary>
        internal Task<bool> AsksOnOneCard(DateTimeOffset now) => db.Approvals.InForce(now).AnyAsync(a => a.Kind == Kind && a.Digest == Digest);
    }
}
