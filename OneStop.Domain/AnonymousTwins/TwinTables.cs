using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.AnonymousTwins;

internal sealed class AnonymousTwinTable : IEntityTypeConfiguration<AnonymousTwin>
{
    private const string OfPresentWords = "\"OutdatedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<AnonymousTwin> twin)
    {
        twin.Announces(TwinDesk.Topic);
        twin.AnnouncesOne(CasePerson.Topic, t => t.ClientId);
        twin.NotInTimeline("made of a text that is in it");
        twin.OnlyForSupport("made of the words of records; who it is about stands beside it");
        twin.Versioned();
        twin.Ignore(t => t.State);
        twin.Property(t => t.Kind).HasMaxLength(AnonymousTwin.LongestKind);
        twin.Property(t => t.SourceDigest).HasMaxLength(64);
        twin.Property(t => t.Text).DigestInTrail();
        twin.HasOne(t => t.Approval).WithMany().HasForeignKey("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        twin.HasMany(t => t.Decisions).WithOne().HasForeignKey(d => d.TwinId).OnDelete(DeleteBehavior.Cascade);
        twin.HasOne<Client>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
        twin.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.MadeBy).OnDelete(DeleteBehavior.Restrict);
        twin.HasIndex(t => t.Number).IsUnique();
        twin.HasIndex(t => new { t.Kind, t.SourceId }).IsUnique().HasFilter(OfPresentWords);
        twin.HasIndex(t => t.On);
    }
}

internal sealed class TwinDecisionTable : IEntityTypeConfiguration<TwinDecision>
{
    public void Configure(EntityTypeBuilder<TwinDecision> decision)
    {
        decision.NobodyWatches("changes with its twin");
        decision.NotInTimeline("how a text was made anonymous");
        decision.NotDisclosed("how a text was made anonymous; the text itself is disclosed");
        decision.OnlyForSupport("the words that tell who somebody is");
        decision.Ignore(d => d.IsLeft);
        decision.HasKey(d => new { d.TwinId, d.Start });
        decision.Property(d => d.Original).HasMaxLength(TwinDecision.LongestWords).DigestInTrail();
        decision.Property(d => d.Replacement).HasMaxLength(TwinDecision.LongestWords).DigestInTrail();
        decision.Property(d => d.Reason).HasMaxLength(TwinDecision.LongestWords).DigestInTrail();
    }
}

internal sealed class LearntWordTable : IEntityTypeConfiguration<LearntWord>
{
    public void Configure(EntityTypeBuilder<LearntWord> word)
    {
        word.Announces(TwinDesk.Topic);
        word.NotInTimeline("how a text was made anonymous");
        word.NotDisclosed("how a text was made anonymous; the text itself is disclosed");
        word.OnlyForSupport("the words that tell who somebody is");
        word.Property(w => w.Text).HasMaxLength(TwinDecision.LongestWords).DigestInTrail();
        word.Property(w => w.Replacement).HasMaxLength(TwinDecision.LongestWords).DigestInTrail();
        word.HasOne<Client>().WithMany().HasForeignKey(w => w.ClientId).OnDelete(DeleteBehavior.Cascade);
        word.HasIndex(w => w.ClientId);
    }
}

internal sealed class MonthNumberTable : IEntityTypeConfiguration<MonthNumber>
{
    public void Configure(EntityTypeBuilder<MonthNumber> number)
    {
        number.NobodyWatches("drawn when the City reads the month");
        number.NotInTimeline("a number of the City's month, not of the person");
        number.NotDisclosed("a number of the City's month: whoever knew it would find the person in what left");
        number.OnlyForSupport("whose number it is");
        number.StaysInMerge("texts that were handed out name the client by it");
        number.HasKey(n => new { n.Month, n.ClientId });
        number.HasOne<Client>().WithMany().HasForeignKey(n => n.ClientId).OnDelete(DeleteBehavior.Cascade);
        number.HasIndex(n => new { n.Month, n.Number }).IsUnique();
    }
}
