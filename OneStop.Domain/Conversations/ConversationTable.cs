using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.InTrail(onlyStaff: true);
        conversation.Versioned();
        conversation.HasOne(c => c.Friend).WithOne().HasForeignKey<Conversation>(c => c.FriendId).OnDelete(DeleteBehavior.Restrict);
        conversation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        conversation.ComplexProperty(c => c.Closing);
        conversation.ComplexProperty(c => c.Reply, r =>
        {
            r.Property(x => x.Value).HasMaxLength(2000).NotInTrail();
            r.Property(x => x.FreshUntil).NotInTrail();
        });
        conversation.HasIndex(c => c.AnswerDue);
        conversation.HasIndex(c => c.SpokenAt);
        foreach (var busy in (string[])[nameof(Conversation.LastOrder), nameof(Conversation.SpokenOrder), nameof(Conversation.SpokenAt), nameof(Conversation.LastHumanAt)])
            conversation.Property(busy).NotInTrail();
    }
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.InTrail(onlyStaff: true);
        message.Property(m => m.Text).NotInTrail();
        message.Property(m => m.LineMessageId).NotInTrail();
        message.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.ConversationId, m.Order }).IsUnique();
        message.HasIndex(m => m.OutgoingId);
        message.ComplexProperty(m => m.Day);
        message.ComplexProperty(m => m.Sticker, s =>
        {
            s.Property(x => x.PackageId).HasMaxLength(40);
            s.Property(x => x.StickerId).HasMaxLength(40);
        });
        message.ComplexProperty(m => m.Place);
        message.ComplexProperty(m => m.Answered);
        message.ComplexProperty(m => m.Before);
        message.Property(m => m.LineMessageId).HasMaxLength(40);
        message.Property(m => m.Quotes).HasMaxLength(40).NotInTrail();
        message.Property(m => m.QuoteToken).HasMaxLength(2000).NotInTrail();
        message.HasIndex(m => m.LineMessageId);
    }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId).OnDelete(DeleteBehavior.Restrict);
        file.Property(f => f.Name).HasMaxLength(400);
        file.Property(f => f.Reason).HasMaxLength(200);
        file.Property(f => f.PublicKey).HasMaxLength(64);
        file.HasIndex(f => f.PublicKey).IsUnique();
        file.HasIndex(f => new { f.State, f.NextTryAt });
        file.ComplexProperty(f => f.Contents, Lengths);
        file.ComplexProperty(f => f.Preview, Lengths);
        file.ComplexProperty(f => f.Source, s => s.Property(x => x.LineMessageId).HasMaxLength(40));
        file.Property(f => f.State).IsConcurrencyToken();
    }

    private static void Lengths(ComplexPropertyBuilder contents)
    {
        contents.Ignore(nameof(FileContents.IsMedia));
        contents.Property(nameof(FileContents.StorageName)).HasMaxLength(32);
        contents.Property(nameof(FileContents.ContentType)).HasMaxLength(100);
    }
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => new { d.ConversationId, d.StaffId });
        draft.HasOne<Conversation>().WithMany().HasForeignKey(d => d.ConversationId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReadMarkTable : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.HasKey(m => new { m.ConversationId, m.StaffId });
        mark.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
