using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// はじめのカード: whether the service is for somebody and whether they agree to the privacy notice, asked on one card. That needs an
/// approval of the City's for just these words; without one in force both are asked one after the other.
/// </summary>
public static class OneCard
{
    /// <summary>Of its approval.</summary>
    public const string Kind = "one-card";

    /// <summary>Of what the City approves: the question, and the notice that is agreed to.</summary>
    public static string Digest { get; } = ContentDigest.Of(EligibilityQuestion.OnOneCard.Words, PrivacyNotice.Text);

    extension(OneStopDb db)
    {
        /// <summary>Does an approval hold?</summary>
        internal Task<bool> AsksOnOneCard(DateTimeOffset now) => db.Approvals.InForce(now).AnyAsync(a => a.Kind == Kind && a.Digest == Digest);
    }
}
