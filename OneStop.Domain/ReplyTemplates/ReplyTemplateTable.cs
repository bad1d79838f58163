using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.ReplyTemplates;

internal sealed class TemplateFolderTable : IEntityTypeConfiguration<TemplateFolder>
{
    public void Configure(EntityTypeBuilder<TemplateFolder> folder)
    {
        folder.Announces(ReplyTemplateDesk.Topic);
        folder.ConcernsNobody("for answers to anybody");
        folder.Versioned();
        folder.Property(f => f.Name).HasMaxLength(TemplateFolder.LongestName);
        folder.HasIndex(f => new { f.OwnerId, f.Name }).IsUnique();
    }
}

internal sealed class ReplyTemplateTable : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> template)
    {
        template.Announces(ReplyTemplateDesk.Topic);
        template.ConcernsNobody("for answers to anybody");
        template.Versioned();
        template.Property(t => t.Title).HasMaxLength(TemplateWording.LongestTitle);
        template.Property(t => t.Reading).HasMaxLength(TemplateWording.LongestReading);
        template.Property(t => t.Body).HasMaxLength(TextContent.Longest).DigestInTrail(); // the revisions contain it
        template.ComplexProperty(t => t.Retirement);
        template.HasOne(t => t.Folder).WithMany().HasForeignKey(t => t.FolderId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReplyTemplateRevisionTable : IEntityTypeConfiguration<ReplyTemplateRevision>
{
    public void Configure(EntityTypeBuilder<ReplyTemplateRevision> revision)
    {
        revision.NobodyWatches("kept with a change of its template");
        revision.NotInTrail("a record itself, only added to; the template's entry has the digest of its body");
        revision.HasKey(r => new { r.TemplateId, r.Edition });
        revision.Property(r => r.Title).HasMaxLength(TemplateWording.LongestTitle);
        revision.Property(r => r.Reading).HasMaxLength(TemplateWording.LongestReading);
        revision.Property(r => r.Body).HasMaxLength(TextContent.Longest);
        revision.HasOne<ReplyTemplate>().WithMany().HasForeignKey(r => r.TemplateId).OnDelete(DeleteBehavior.Cascade);
        revision.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReplyTemplateUseTable : IEntityTypeConfiguration<ReplyTemplateUse>
{
    public void Configure(EntityTypeBuilder<ReplyTemplateUse> use)
    {
        use.NobodyWatches("counted for the order in one's own list");
        use.NotInTrail("how often one uses a template");
        use.HasKey(u => new { u.TemplateId, u.StaffId });
        use.HasOne<ReplyTemplate>().WithMany().HasForeignKey(u => u.TemplateId).OnDelete(DeleteBehavior.Cascade);
        use.HasOne<StaffMember>().WithMany().HasForeignKey(u => u.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
