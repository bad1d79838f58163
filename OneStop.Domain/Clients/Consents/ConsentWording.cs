using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Consents;

/// <summary>文面: the exact words of an edition, kept with the first consent to it, so that they can be shown when later versions have other words.</summary>
public sealed class ConsentWording
{
    /// <summary>The most characters of a wording.</summary>
    public const int Longest = 5000;

    private ConsentWording() { }

    /// <summary>Keeps the present wording of a purpose.</summary>
    public static ConsentWording Of(ConsentPurpose purpose, DateTimeOffset now) =>
        new() { Digest = purpose.WordingDigest, Purpose = purpose.Code, Edition = purpose.Wording, Text = purpose.Text, KeptAt = now };

    /// <summary>SHA-256 of the text, to which consents refer.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The code of the purpose.</summary>
    public string Purpose { get; private set; } = "";

    public string Edition { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTimeOffset KeptAt { get; private set; }
}

internal sealed class ConsentWordingTable : IEntityTypeConfiguration<ConsentWording>
{
    public void Configure(EntityTypeBuilder<ConsentWording> wording)
    {
        wording.NobodyWatches("kept with the first consent to it");
        wording.NotInTrail("a record itself, only added to; each consent has its digest");
        wording.HasKey(w => w.Digest);
        wording.Property(w => w.Digest).HasMaxLength(64);
        wording.Property(w => w.Purpose).HasMaxLength(ConsentPurpose.LongestCode);
        wording.Property(w => w.Edition).HasMaxLength(40);
        wording.Property(w => w.Text).HasMaxLength(ConsentWording.Longest);
    }
}

/// <summary>Adds consents.</summary>
internal static class GivingConsent
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Adds a consent unless there is a valid one. Takes a turn: a page, a button in LINE and a colleague may answer at the same moment, and two
        /// consents are two rows, of which taking back one would leave the other.
        /// </summary>
        public async Task GiveOnce(ConsentPurpose purpose, Guid clientId, Guid? takenBy, DateTimeOffset now)
        {
            if (await db.Agrees(clientId, purpose, now))
                return;
            await db.TakeTurn();
            if (!await db.Agrees(clientId, purpose, now))
                await db.Give(purpose, clientId, takenBy, now);
        }

        /// <summary>Adds a consent to a purpose in its present wording, and keeps the wording.</summary>
        /// <inheritdoc cref="Consent.To"/>
        public async Task<Consent> Give(ConsentPurpose purpose, Guid clientId, Guid? takenBy, DateTimeOffset now, ConsentTaking? taking = null)
        {
            if (db.ConsentWordings.Local.All(w => w.Digest != purpose.WordingDigest)
                && !await db.ConsentWordings.AnyAsync(w => w.Digest == purpose.WordingDigest))
                db.ConsentWordings.Add(ConsentWording.Of(purpose, now));
            return db.Consents.Add(Consent.To(purpose, clientId, takenBy, now, taking)).Entity;
        }
    }
}
