using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Merging;

internal sealed class ClientMergeTable : IEntityTypeConfiguration<ClientMerge>
{
    public void Configure(EntityTypeBuilder<ClientMerge> merge)
    {
        merge.Announces(ClientDesk.Topic);
        merge.Versioned();
        merge.StaysInMerge("what was merged into what");
        merge.HasOne<Client>().WithMany().HasForeignKey(m => m.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Client>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.By).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.UndoneBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MergeStepTable : IEntityTypeConfiguration<MergeStep>
{
    public void Configure(EntityTypeBuilder<MergeStep> step)
    {
        step.NobodyWatches("saved with the merge, which is announced");
        step.NotInTimeline("the merge is in it");
        step.NotDisclosed("what a merge moved, for undoing it; the rows themselves are disclosed");
        step.NotInTrail("the changed rows are in the trail themselves");
        step.OnlyForSupport("it holds values of facts that only support may know");
        step.Property(s => s.Table).HasMaxLength(100);
        step.Property(s => s.Column).HasMaxLength(200);
        step.HasOne<ClientMerge>().WithMany().HasForeignKey(s => s.MergeId).OnDelete(DeleteBehavior.Cascade);
        step.HasIndex(s => new { s.MergeId, s.Order }).IsUnique();
    }
}

internal sealed class DistinctClientsTable : IEntityTypeConfiguration<DistinctClients>
{
    public void Configure(EntityTypeBuilder<DistinctClients> pair)
    {
        pair.Announces(ClientDesk.Topic);
        pair.NotInTimeline("that two entries are two people tells nothing of either");
        pair.NotDisclosed("it names another person");
        pair.StaysInMerge("about two entries as they were compared");
        pair.HasOne<Client>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Client>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
        pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
    }
}
