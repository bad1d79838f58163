using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    /// <summary>
    /// A computed column for the lists. EF can index neither a part of <see cref="Conversation.Closing"/> nor an OR of columns, and a query that
    /// reads all conversations becomes slower over the years. Numbers instead of booleans, because SQLite would not use an index on those. 1 if
    /// closed, else 0.
    /// </summary>
    public const string IsDone = "IsDone";

    /// <summary>
    /// A computed column: 1 if the danger flag is set, 2 if the client waits, 3 if only a sending failed, 4 and 5 the same as 2 and 3 for a friend
    /// who blocks the account and cannot be answered, else 0. The list 要返信 is ordered by it, then by the deadline.
    /// </summary>
    public const string NeedsAnswer = "NeedsAnswer";

    private const string NeedsAnswerSql =
        """CASE WHEN "DangerAt" IS NOT NULL THEN 1 WHEN "AnswerDue" IS NOT NULL THEN CASE WHEN "IsBlocked" = 1 THEN 4 ELSE 2 END WHEN "TroubleAt" IS NOT NULL THEN CASE WHEN "IsBlocked" = 1 THEN 5 ELSE 3 END ELSE 0 END""";

    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.AnnouncesConversation(c => c.Id);
        conversation.OnlyStaffInTrail("what a client says changes it each time, and the message says that itself");
        conversation.Versioned();
        conversation.HasOne(c => c.Friend).WithOne().HasForeignKey<Conversation>(c => c.FriendId).OnDelete(DeleteBehavior.Restrict);
        conversation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        conversation.ComplexProperty(c => c.Closing);
        conversation.ComplexProperty(c => c.Caution, m => m.Property(x => x.Reason).HasMaxLength(Mark.LongestReason));
        conversation.ComplexProperty(c => c.Discretion, m => m.Property(x => x.Reason).HasMaxLength(Mark.LongestReason));
        conversation.ComplexProperty(c => c.NoContact);
        conversation.ComplexProperty(c => c.Memo, m => m.Property(x => x.Text).HasMaxLength(Memo.Longest).DigestInTrail());
        conversation.ComplexProperty(c => c.Reply, r =>
        {
            r.Property(x => x.Value).HasMaxLength(2000).NotInTrail();
            r.Property(x => x.FreshUntil).NotInTrail();
        });
        conversation.Property<int>(IsDone).HasComputedColumnSql("CASE WHEN \"Closing_At\" IS NULL THEN 0 ELSE 1 END").NotInTrail();
        conversation.Property<int>(NeedsAnswer).HasComputedColumnSql(NeedsAnswerSql).NotInTrail();
        conversation.HasIndex(NeedsAnswer, nameof(Conversation.AnswerDue));
        conversation.HasIndex(IsDone, nameof(Conversation.SpokenAt));
        conversation.HasIndex(nameof(Conversation.AssigneeId), IsDone, nameof(Conversation.SpokenAt), nameof(Conversation.LastHumanAt));
        conversation.HasIndex(c => c.SpokenAt);
        conversation.HasIndex(c => c.TroubleAt);
        foreach (var busy in (string[])[nameof(Conversation.LastOrder), nameof(Conversation.SpokenOrder), nameof(Conversation.SpokenAt),
            nameof(Conversation.HeardOrder), nameof(Conversation.LastHumanAt), nameof(Conversation.ReceiptAt), nameof(Conversation.IsBlocked)])
            conversation.Property(busy).NotInTrail();
    }
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.AnnouncesConversation(m => m.ConversationId);
        message.OnlyStaffInTrail("what a client says or the clock sends is a record itself, with its time");
        message.Ignore(m => m.Carried);
        message.Ignore(m => m.Card);
        message.Property<string>("card").IsRequired(false).HasColumnName("Card").AnyLength().NotInTrail(); // the text has a digest
        message.Property(m => m.Text).DigestInTrail();
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
        file.AnnouncesOne(ConversationTopics.One, f => f.ConversationId, f => f.State, f => f.PublicUntil);
        file.Wakes(typeof(FileSignal), f => f.NextTryAt);
        file.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId).OnDelete(DeleteBehavior.Restrict);
        file.Property(f => f.Name).HasMaxLength(400).DigestInTrail();
        file.Property(f => f.Reason).HasMaxLength(200);
        file.Property(f => f.PublicKey).HasMaxLength(64).DigestInTrail().NotDisclosed();
        file.HasIndex(f => f.PublicKey).IsUnique();
        file.Property(f => f.Attempts).NotInTrail();
        file.Property(f => f.NextTryAt).NotInTrail();
        file.HasIndex(f => new { f.State, f.NextTryAt });
        file.ComplexProperty(f => f.Contents, Lengths);
        file.ComplexProperty(f => f.Preview, Lengths);
        file.ComplexProperty(f => f.Source, s => s.Property(x => x.LineMessageId).HasMaxLength(40));
        file.Property(f => f.State).IsConcurrencyToken();
    }

    /// <summary>Maps the name, type and length of bytes in the file store.</summary>
    internal static void Lengths(ComplexPropertyBuilder contents)
    {
        contents.Ignore(nameof(FileContents.IsMedia));
        contents.Ignore(nameof(FileContents.Shown));
        contents.Ignore(nameof(FileContents.Kind));
        contents.Property(nameof(FileContents.StorageName)).HasMaxLength(32);
        contents.Property(nameof(FileContents.ContentType)).HasMaxLength(100);
    }
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.NobodyWatches("one's own text, which the page keeps; others would be told at each pause");
        draft.NotInTrail("what is typed and not sent");
        draft.NotInTimeline("what is typed and not sent");
        draft.NotDisclosed("what is typed and not sent");
        draft.HasKey(d => new { d.ConversationId, d.StaffId });
        draft.HasOne<Conversation>().WithMany().HasForeignKey(d => d.ConversationId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReadMarkTable : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.Announces(ConversationTopics.Inbox, m => m.IsPutBack); // reading on is not announced: it is saved with every message that somebody sees
        mark.NotInTrail("how far one has read; that one looked is recorded");
        mark.NotInTimeline("how far a member of staff has read");
        mark.NotDisclosed("how far a member of staff has read");
        mark.HasKey(m => new { m.ConversationId, m.StaffId });
        mark.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
