using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Partners.Signpostings;

internal sealed class SignpostingTable : IEntityTypeConfiguration<Signposting>
{
    /// <summary>Why only support reads these rows.</summary>
    internal const string Because = "may name an office for debts, illness or violence";

    public void Configure(EntityTypeBuilder<Signposting> signposting)
    {
        signposting.AnnouncesOne(CasePerson.Topic, s => s.ClientId);
        signposting.OnlyForSupport(Because);
        signposting.Versioned();
        signposting.Property(s => s.Service).HasMaxLength(Signposting.LongestService);
        signposting.Property(s => s.Target).HasMaxLength(8 * Signposting.LongestService).NotInTrail();
        signposting.Property(s => s.Purpose).HasMaxLength(Signposting.LongestWords).DigestInTrail();
        signposting.Ignore(s => s.Plan);
        signposting.KeptAtErasure("a signposting counts by its office or service and its day (10(2)); if one of its steps counts",
            """EXISTS (SELECT 1 FROM "SignpostingStep" t WHERE t."SignpostingId" = "Signpostings"."Id" AND t."Withdrawal_At" IS NULL AND t."Reach" <> 0)""",
            s => s.ClientId, s => s.PartnerId, s => s.Service, s => s.Target, s => s.BegunBy, s => s.BegunAt, s => s.Stage);
        signposting.HasIndex(s => new { s.ClientId, s.BegunAt });
        signposting.HasIndex(s => s.NextOn);
        signposting.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.SignpostingId).OnDelete(DeleteBehavior.Cascade);
        signposting.HasOne<Client>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        signposting.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
        signposting.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.BegunBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignpostingStepTable : IEntityTypeConfiguration<SignpostingStep>
{
    public void Configure(EntityTypeBuilder<SignpostingStep> step)
    {
        step.NobodyWatches("kept with a change of its signposting");
        step.OnlyForSupport(SignpostingTable.Because);
        step.Property(s => s.Words).HasMaxLength(Signposting.LongestWords).DigestInTrail();
        step.Property(s => s.HandedOver).HasMaxLength(Signposting.LongestWords).DigestInTrail();
        step.Property(s => s.Stage).HasConversion<int>();
        step.Property(s => s.Reach).HasConversion<int>().NotInTrail();
        step.ComplexProperty(s => s.Withdrawal);
        step.HasIndex(s => s.On);
        step.KeptAtErasure("the steps are what is counted (10(2))", "\"Withdrawal_At\" IS NULL AND \"Reach\" <> 0",
            s => s.SignpostingId, s => s.Stage, s => s.On, s => s.StaffId, s => s.EnteredAt, s => s.Reach);
        step.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
