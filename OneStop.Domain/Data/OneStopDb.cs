using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OneStop.Domain.Approvals;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;
using OneStop.Domain.Imports;
using OneStop.Domain.Lists;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Data;

/// <summary>All that the service keeps. What a list may show is narrowed by the actor, whatever a page asks for.</summary>
public abstract class OneStopDb(DbContextOptions options, Actor actor, WriteQueue queue)
    : IdentityUserContext<StaffMember, Guid>(options), IDataProtectionKeyContext
{
    private IDisposable? ownTurn;

    /// <summary>The name of the query filter that keeps people from those who may not see them.</summary>
    public const string PeopleFilter = "People";

    public DbSet<Friend> Friends => Set<Friend>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageGram> MessageGrams => Set<MessageGram>();
    public DbSet<UnindexedMessage> UnindexedMessages => Set<UnindexedMessage>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<Tagging> Taggings => Set<Tagging>();
    public DbSet<DangerWord> DangerWords => Set<DangerWord>();
    public DbSet<EmergencyNumber> EmergencyNumbers => Set<EmergencyNumber>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<LaterAnswer> LaterAnswers => Set<LaterAnswer>();
    public DbSet<StaffPreferences> StaffPreferences => Set<StaffPreferences>();
    public DbSet<ListLayout> ListLayouts => Set<ListLayout>();
    public DbSet<ListView> ListViews => Set<ListView>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<SavedForm> SavedForms => Set<SavedForm>();
    public DbSet<SignInTries> SignInTries => Set<SignInTries>();
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
    public DbSet<IncomingEvent> IncomingEvents => Set<IncomingEvent>();
    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();
    public DbSet<TemplateFolder> TemplateFolders => Set<TemplateFolder>();
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();
    public DbSet<ReplyTemplateRevision> ReplyTemplateRevisions => Set<ReplyTemplateRevision>();
    public DbSet<ReplyTemplateUse> ReplyTemplateUses => Set<ReplyTemplateUse>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ClientLink> ClientLinks => Set<ClientLink>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingCell> BookingCells => Set<BookingCell>();
    public DbSet<WaitingEntry> WaitingList => Set<WaitingEntry>();
    public DbSet<BookingTerms> BookingTerms => Set<BookingTerms>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<HoursSetting> HoursSettings => Set<HoursSetting>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<WeeklyShift> WeeklyShifts => Set<WeeklyShift>();
    public DbSet<ShiftException> ShiftExceptions => Set<ShiftException>();
    public DbSet<MenuEdition> MenuEditions => Set<MenuEdition>();
    public DbSet<ShiftImportDay> ShiftImportDays => Set<ShiftImportDay>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditValue> AuditValues => Set<AuditValue>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Identity's newest lengths and types. Passkeys have no table of their own yet: it comes with a migration when they do.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Who acts through this context.</summary>
    protected internal Actor Actor => actor;

    private bool seesEverybody;

    private bool SeesPeople => seesEverybody || actor.SeesPeople;

    private bool Holds(Duty[] duties) => actor.Duties.Any(duties.Contains);

    /// <summary>EF evaluates what is asked of the context at each query and not once for the model.</summary>
    private Expression MayRead(Duty[] duties)
    {
        var context = Expression.Constant(this, typeof(OneStopDb));
        var seesPeople = Expression.Property(context, nameof(SeesPeople));
        return duties is [] ? seesPeople : Expression.OrElse(seesPeople, Expression.Call(context, nameof(Holds), [], Expression.Constant(duties)));
    }

    /// <summary>
    /// Lifts the filter for what has to be worked out of rows that the actor may not see.
    /// Nothing of what this context reads from now on is shown to them.
    /// </summary>
    /// <param name="because">Why nothing of it is shown. The approved file lists each call with its reason.</param>
    public void SeeEverybody(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        seesEverybody = true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<LineUserId>().HaveConversion<LineUserIdConverter>().HaveMaxLength(33);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OneStopDb).Assembly);
        Visibility.Close(builder.Model.GetEntityTypes(), MayRead);

        // The domain makes the ids; otherwise EF takes a new child of a tracked row for an old one.
        foreach (var id in builder.Model.GetEntityTypes().Select(e => e.FindPrimaryKey()?.Properties)
            .Where(p => p is [{ ClrType: var type }] && type == typeof(Guid)))
            id![0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    /// <summary>
    /// Keeps all others who compete out until the context is disposed: those of this process in a queue, those of other portals by a
    /// lock of the database. What is read from now on, no other who takes a turn changes before the save.
    /// </summary>
    public async Task TakeTurn()
    {
        if (ownTurn is not null)
            return;
        ownTurn = await queue.Take(IsAwaited);
        await LockOutOtherPortals();
    }

    /// <summary>Holds from here to the end of the context, or of its first save, wherever the other one runs.</summary>
    protected abstract Task LockOutOtherPortals();

    /// <summary>Which unique key a save failed of, as the engine's own error says; null if it was something else.</summary>
    protected internal abstract ViolatedKey? ViolatedKeyOf(DbUpdateException failure);

    /// <summary>Did it fail because the database does not answer, or not in time, and not of what was asked or written?</summary>
    protected internal abstract bool IsOutOfReach(Exception failure);

    /// <summary>The queue of this context's process.</summary>
    protected WriteQueue Turns => queue;

    /// <summary>Has this context its turn?</summary>
    protected internal bool HasTurn => ownTurn is not null;

    /// <summary>Does somebody wait for what is written: a person, and not a worker?</summary>
    protected bool IsAwaited => actor.Kind is not (ActorKind.Line or ActorKind.Clock);

    /// <summary>
    /// What was changed is looked for once: every look goes through all that was loaded, and EF would look again before each thing that is done here.
    /// </summary>
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        using var found = WithoutChangeDetection();
        if (!ChangeTracker.HasChanges() && Beside is null)
            return 0; // and nobody waits for a turn that writes nothing
        if (actor.Kind is ActorKind.Staff)
            TextLengths.Check(ChangeTracker); // what comes by LINE is cut or refused at its door: a client's message is kept
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            if (entry.State == EntityState.Modified && Trail.IsVersioned(entry.Metadata))
                entry.Property(Trail.Version).CurrentValue = (int)entry.Property(Trail.Version).OriginalValue! + 1;
            Topics.Add(entry);
        }
        var saved = await Save(acceptAllChangesOnSuccess, cancellationToken);
        Beside = null; // it is written
        return saved;
    }

    /// <summary>What the saves of this context announce once they are committed.</summary>
    internal SavedTopics Topics => field ??= new();

    /// <summary>The next save announces this as well: for what no changed row says by itself.</summary>
    /// <param name="kind">What stands before the id in the topic.</param>
    public void Announce(string kind, Guid id) => Topics.Add(kind, id);

    /// <summary>What the next save writes in its transaction beside what EF tracks; null if nothing.</summary>
    protected Func<Task>? Beside { get; private set; }

    /// <summary>
    /// Lets the next save write more than EF tracks, all or nothing of both: many small rows that nobody changes would cost many times what they are.
    /// </summary>
    internal void SaveTogetherWith(Func<Task> beside) => Beside = beside;

    /// <summary>Adds lines of the search index, <c>{0}</c> being a JSON array of arrays of the columns' numbers.</summary>
    protected internal abstract string InsertGrams { get; }

    /// <summary>Saves what was found, in the way of the engine.</summary>
    protected virtual Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>
    /// Until it is disposed, only the save looks for what was changed, and whoever asks for it. For many changes in one context: each
    /// question about what is loaded (<c>Local</c>, <c>Entries</c>) goes through all of it otherwise.
    /// </summary>
    protected internal IDisposable WithoutChangeDetection() => new ChangeDetectionPause(ChangeTracker);

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            ownTurn?.Dispose();
        }
        GC.SuppressFinalize(this);
    }

    private sealed class ChangeDetectionPause : IDisposable
    {
        private readonly ChangeTracker tracker;
        private readonly bool before;

        public ChangeDetectionPause(ChangeTracker tracker)
        {
            (this.tracker, before) = (tracker, tracker.AutoDetectChangesEnabled);
            tracker.AutoDetectChangesEnabled = false;
        }

        public void Dispose() => tracker.AutoDetectChangesEnabled = before;
    }
}
