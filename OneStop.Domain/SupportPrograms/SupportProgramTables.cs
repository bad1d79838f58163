using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Approvals;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Corrections;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms;

internal sealed class SupportProgramTable : IEntityTypeConfiguration<SupportProgram>
{
    /// <summary>The programs that count (<see cref="ProgramCount"/>).</summary>
    private const string Counted = "\"Establishment_On\" IS NOT NULL";

    /// <summary>These, and those whose end counts (<see cref="Listing.ProgramOutcome"/>).</summary>
    private const string CountedOrEnded = $"{Counted} OR \"End_On\" IS NOT NULL";

    /// <summary>The versions of programs that count.</summary>
    internal const string OfCounted = $"EXISTS (SELECT 1 FROM \"SupportPrograms\" p WHERE p.\"Id\" = \"ProgramId\" AND p.{Counted})";

    public void Configure(EntityTypeBuilder<SupportProgram> program)
    {
        program.Announces(ProgramDesk.Topic);
        program.AnnouncesOne(ProgramDesk.OneTopic, p => p.Id);
        program.AnnouncesOne(CasePerson.Topic, p => p.ClientId);
        program.Versioned();
        program.Ignore(p => p.NeedsTalk);
        program.Ignore(p => p.Newest);
        program.ComplexProperty(p => p.Lead, lead => lead.Property(l => l.Words).HasMaxLength(LeadWish.Longest).DigestInTrail());
        program.Property(p => p.Conditions).HasConversion<JsonListConverter<ConditionAnswer>>().DigestInTrail();
        program.Property(p => p.Corrections).HasConversion<JsonListConverter<ProgramCorrection>>().DigestInTrail();
        program.ComplexProperty(p => p.Establishment);
        program.ComplexProperty(p => p.Baseline);
        program.Property(p => p.BaselineCorrections).HasConversion<JsonListConverter<BaselineCorrection>>().DigestInTrail();
        program.ComplexProperty(p => p.End);
        program.ComplexProperty(p => p.EndNote, note =>
        {
            note.Property(n => n!.Words).HasMaxLength(ProgramEndNote.LongestWords).DigestInTrail();
            note.Property(n => n!.ToldOf).HasMaxLength(ProgramEndNote.LongestPlace).DigestInTrail();
        });
        program.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.ProgramId).OnDelete(DeleteBehavior.Cascade);
        program.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        program.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.PlannerId).OnDelete(DeleteBehavior.Restrict);
        program.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StartedBy).OnDelete(DeleteBehavior.Restrict);
        program.HasIndex(p => p.Number).IsUnique();
        program.HasIndex(p => new { p.State, p.StateSince });
        program.KeptAtErasure("a program counts on the day of its establishment (8(3), 10(2)), and by the day and reason of its end", CountedOrEnded,
            p => p.ClientId, p => p.Number, p => p.PlannerId, p => p.StartedAt, p => p.StartedBy, p => p.State, p => p.NewestStep, p => p.StateSince,
            p => p.StepSince, p => p.Edition, p => p.EstablishedEdition, p => p.Establishment, p => p.End);
    }
}

internal sealed class ProgramVersionTable : IEntityTypeConfiguration<ProgramVersion>
{
    public void Configure(EntityTypeBuilder<ProgramVersion> version)
    {
        version.Announces(ProgramDesk.Topic);
        version.AnnouncesOne(ProgramDesk.OneTopic, v => v.ProgramId);
        version.OnlyForSupport("goals and support tell of household, debts and health");
        version.Versioned();
        version.Property(v => v.Reason).HasMaxLength(ProgramVersion.LongestWords).DigestInTrail();
        version.Property(v => v.Writers).HasConversion<JsonListConverter<Guid>>();
        version.Property(v => v.Goals).HasConversion<JsonListConverter<Goal>>().DigestInTrail();
        version.Property(v => v.Items).HasConversion<JsonListConverter<SupportItem>>().DigestInTrail();
        version.ComplexProperty(v => v.Request, request =>
        {
            request.Property(r => r!.Digest).HasMaxLength(ContentDigest.Length);
            request.Property(r => r!.Remark).HasMaxLength(ProgramVersion.LongestWords).DigestInTrail();
        });
        version.ComplexProperty(v => v.Return, back => back.Property(r => r!.Reason).HasMaxLength(ProgramVersion.LongestWords).DigestInTrail());
        version.ComplexProperty(v => v.Approval, approval => approval.Property(a => a!.Digest).HasMaxLength(ContentDigest.Length));
        version.ComplexProperty(v => v.Confirmation, confirmation => confirmation.Property(c => c!.Digest).HasMaxLength(ContentDigest.Length));
        version.HasOne<Circumstances>().WithMany().HasForeignKey(v => v.CircumstancesId).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.StartedBy).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.ProgramId, v.Number }).IsUnique();
        version.KeptAtErasure("再策定 counts by the day on which a later version came into force (10(2)); no word of it stays", SupportProgramTable.OfCounted,
            v => v.ProgramId, v => v.Number, v => v.Step, v => v.Way, v => v.EstablishedOn, v => v.StartedAt, v => v.StartedBy,
            v => v.ChangedAt, v => v.ChangedBy);
    }
}

internal sealed class CircumstancesTable : IEntityTypeConfiguration<Circumstances>
{
    public void Configure(EntityTypeBuilder<Circumstances> circumstances)
    {
        circumstances.AnnouncesOne(ProgramDesk.OneTopic, c => c.ProgramId);
        circumstances.OnlyForSupport("life and work of a family: household, money, debts, health");
        circumstances.Versioned();
        circumstances.Property(c => c.Carried).HasConversion<JsonColumnConverter<CarriedFacts>>().DigestInTrail();
        circumstances.Property(c => c.Pairs).HasConversion<JsonListConverter<BarrierPair>>().DigestInTrail();
        circumstances.Property(c => c.Budget).HasConversion<JsonColumnConverter<Budget>>().DigestInTrail();
        circumstances.ComplexProperty(c => c.Notes, notes =>
        {
            foreach (var words in (string[])[nameof(CircumstancesNotes.Life), nameof(CircumstancesNotes.Work), nameof(CircumstancesNotes.Motivation),
                nameof(CircumstancesNotes.Helpers)])
                notes.Property<string>(words).HasMaxLength(CircumstancesNotes.Longest).DigestInTrail();
        });
        circumstances.HasOne<SupportProgram>().WithMany().HasForeignKey(c => c.ProgramId).OnDelete(DeleteBehavior.Cascade);
        circumstances.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        circumstances.HasIndex(c => new { c.ProgramId, c.Number }).IsUnique();
    }
}
