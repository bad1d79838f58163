using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Approvals;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Feeds;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Channels;
using OneStop.Domain.CityForms;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Clients.Tags;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Employers;
using OneStop.Domain.Employers.Merging;
using OneStop.Domain.Employers.Ties;
using OneStop.Domain.Erasures;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;
using OneStop.Domain.Imports;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.Lists;
using OneStop.Domain.Outreach;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Cards;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Places;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Benefits;
using OneStop.Domain.SupportPrograms.Comments;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Domain.Today.Notes;

namespace OneStop.Domain.Data;

/// <summary>The database of the service. Queries are filtered by what the actor may see, whatever a page asks for.</summary>
public abstract class OneStopDb(DbContextOptions options, Actor actor, WriteQueue queue)
    : IdentityUserContext<StaffMember, Guid>(options), IDataProtectionKeyContext
{
    private IDisposable? ownTurn;

    /// <summary>The name of the query filter that hides people from actors who may not see them.</summary>
    public const string PeopleFilter = "People";

    /// <summary>The name of the query filter that hides what only support may know (<see cref="Visibility.OnlyForSupport{T}"/>).</summary>
    public const string SupportFilter = "Support";

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
    public DbSet<ClientPhone> ClientPhones => Set<ClientPhone>();
    public DbSet<ClientAddress> ClientAddresses => Set<ClientAddress>();
    public DbSet<ClientContact> ClientContacts => Set<ClientContact>();
    public DbSet<ClientWork> ClientWork => Set<ClientWork>();
    public DbSet<ClientSkills> ClientSkills => Set<ClientSkills>();
    public DbSet<ClientWishes> ClientWishes => Set<ClientWishes>();
    public DbSet<ClientHousehold> ClientHouseholds => Set<ClientHousehold>();
    public DbSet<ClientMoney> ClientMoney => Set<ClientMoney>();
    public DbSet<ClientHealth> ClientHealth => Set<ClientHealth>();
    public DbSet<ClientTagging> ClientTaggings => Set<ClientTagging>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<FormerFriend> FormerFriends => Set<FormerFriend>();
    public DbSet<ClientMerge> ClientMerges => Set<ClientMerge>();
    public DbSet<MergeStep> MergeSteps => Set<MergeStep>();
    public DbSet<DistinctClients> DistinctClients => Set<DistinctClients>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ConsentWording> ConsentWordings => Set<ConsentWording>();
    public DbSet<ClientFile> ClientFiles => Set<ClientFile>();
    public DbSet<ClientFileKind> ClientFileKinds => Set<ClientFileKind>();
    public DbSet<FormEdition> FormEditions => Set<FormEdition>();
    public DbSet<ClientLink> ClientLinks => Set<ClientLink>();
    public DbSet<ClientQuestionnaire> ClientQuestionnaires => Set<ClientQuestionnaire>();
    public DbSet<QuestionnaireAnswer> QuestionnaireAnswers => Set<QuestionnaireAnswer>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<LiveTalk> LiveTalks => Set<LiveTalk>();
    public DbSet<BookingCell> BookingCells => Set<BookingCell>();
    public DbSet<CallTry> CallTries => Set<CallTry>();
    public DbSet<WaitingEntry> WaitingList => Set<WaitingEntry>();
    public DbSet<AskedInVain> AskedInVain => Set<AskedInVain>();
    public DbSet<BookingTerms> BookingTerms => Set<BookingTerms>();
    public DbSet<VideoProvider> VideoProviders => Set<VideoProvider>();
    public DbSet<VideoLink> VideoLinks => Set<VideoLink>();
    public DbSet<GivenAddress> GivenAddresses => Set<GivenAddress>();
    public DbSet<VideoTalk> VideoTalks => Set<VideoTalk>();
    public DbSet<FeedSwitch> FeedSwitches => Set<FeedSwitch>();
    public DbSet<BookingFeed> BookingFeeds => Set<BookingFeed>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<PartnerNote> PartnerNotes => Set<PartnerNote>();
    public DbSet<PartnerCard> PartnerCards => Set<PartnerCard>();
    public DbSet<Signposting> Signpostings => Set<Signposting>();
    public DbSet<CaseAssignment> CaseAssignments => Set<CaseAssignment>();
    public DbSet<CaseClosing> CaseClosings => Set<CaseClosing>();
    public DbSet<TimelinePin> TimelinePins => Set<TimelinePin>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<ConsultationVersion> ConsultationVersions => Set<ConsultationVersion>();
    public DbSet<ConsultationComment> ConsultationComments => Set<ConsultationComment>();
    public DbSet<ConsultationSubject> ConsultationSubjects => Set<ConsultationSubject>();
    public DbSet<RecordTemplate> RecordTemplates => Set<RecordTemplate>();
    public DbSet<AnonymousTwin> AnonymousTwins => Set<AnonymousTwin>();
    public DbSet<TwinDecision> TwinDecisions => Set<TwinDecision>();
    public DbSet<LearntWord> LearntWords => Set<LearntWord>();
    public DbSet<MonthNumber> MonthNumbers => Set<MonthNumber>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<HoursSetting> HoursSettings => Set<HoursSetting>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<WeeklyShift> WeeklyShifts => Set<WeeklyShift>();
    public DbSet<ShiftException> ShiftExceptions => Set<ShiftException>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<ShiftNote> ShiftNotes => Set<ShiftNote>();
    public DbSet<DatedRule> DatedRules => Set<DatedRule>();
    public DbSet<RuleValue> RuleValues => Set<RuleValue>();
    public DbSet<RuleCheck> RuleChecks => Set<RuleCheck>();
    public DbSet<SupportMeasure> SupportMeasures => Set<SupportMeasure>();
    public DbSet<SupportMeasureRevision> SupportMeasureRevisions => Set<SupportMeasureRevision>();
    public DbSet<Explanation> Explanations => Set<Explanation>();
    public DbSet<MeasureApplication> MeasureApplications => Set<MeasureApplication>();
    public DbSet<MeasureChecklist> MeasureChecklists => Set<MeasureChecklist>();
    public DbSet<SupportProgram> SupportPrograms => Set<SupportProgram>();
    public DbSet<ProgramVersion> ProgramVersions => Set<ProgramVersion>();
    public DbSet<ProgramComment> ProgramComments => Set<ProgramComment>();
    public DbSet<ProgramConfirmation> ProgramConfirmations => Set<ProgramConfirmation>();
    public DbSet<ProgramHandOver> ProgramHandOvers => Set<ProgramHandOver>();
    public DbSet<CityMonth> CityMonths => Set<CityMonth>();
    public DbSet<Circumstances> Circumstances => Set<Circumstances>();
    public DbSet<ItemStanding> ItemStandings => Set<ItemStanding>();
    public DbSet<GoalProgress> GoalProgresses => Set<GoalProgress>();
    public DbSet<ProgramReview> ProgramReviews => Set<ProgramReview>();
    public DbSet<TalkWithoutReview> TalksWithoutReview => Set<TalkWithoutReview>();
    public DbSet<ProgramContact> ProgramContacts => Set<ProgramContact>();
    public DbSet<AftercareCheck> AftercareChecks => Set<AftercareCheck>();
    public DbSet<BenefitEvent> BenefitEvents => Set<BenefitEvent>();
    public DbSet<CommutingArea> CommutingAreas => Set<CommutingArea>();
    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<Worksite> Worksites => Set<Worksite>();
    public DbSet<EmployerPerson> EmployerPeople => Set<EmployerPerson>();
    public DbSet<EmployerMark> EmployerMarks => Set<EmployerMark>();
    public DbSet<Understanding> Understandings => Set<Understanding>();
    public DbSet<EmployerMerge> EmployerMerges => Set<EmployerMerge>();
    public DbSet<DistinctEmployers> DistinctEmployers => Set<DistinctEmployers>();
    public DbSet<EmployerTie> EmployerTies => Set<EmployerTie>();
    public DbSet<OutreachContact> OutreachContacts => Set<OutreachContact>();
    public DbSet<JobOpening> JobOpenings => Set<JobOpening>();
    public DbSet<OpeningTraits> OpeningTraits => Set<OpeningTraits>();
    public DbSet<OpeningRevision> OpeningRevisions => Set<OpeningRevision>();
    public DbSet<OpeningInquiry> OpeningInquiries => Set<OpeningInquiry>();
    public DbSet<EmployerDeclaration> EmployerDeclarations => Set<EmployerDeclaration>();
    public DbSet<PublicOrigin> PublicOrigins => Set<PublicOrigin>();
    public DbSet<MenuEdition> MenuEditions => Set<MenuEdition>();
    public DbSet<ShiftImportDay> ShiftImportDays => Set<ShiftImportDay>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditValue> AuditValues => Set<AuditValue>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Identity's newest lengths and types. There is no table for passkeys yet; it comes with a migration when they are used.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>The actor of this context.</summary>
    protected internal Actor Actor => actor;

    private bool seesEverybody;

    private bool SeesPeople => seesEverybody || actor.SeesPeople;

    private bool SeesSupport => seesEverybody || actor.SeesSupport;

    private bool Holds(Duty[] duties) => actor.Duties.Any(duties.Contains);

    /// <summary>An expression on the context, which EF evaluates at each query and not once for the model.</summary>
    private Expression MayRead(Duty[] duties)
    {
        var context = Expression.Constant(this, typeof(OneStopDb));
        var seesPeople = Expression.Property(context, nameof(SeesPeople));
        return duties is [] ? seesPeople : Expression.OrElse(seesPeople, Expression.Call(context, nameof(Holds), [], Expression.Constant(duties)));
    }

    /// <summary>
    /// Lifts the filter to compute something from rows that the actor may not see. Nothing that this context reads from now on may be shown to them.
    /// </summary>
    /// <param name="because">Why nothing is shown. The approved file lists each call with its reason.</param>
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
        Visibility.Close(builder.Model.GetEntityTypes(), MayRead, Expression.Property(Expression.Constant(this, typeof(OneStopDb)), nameof(SeesSupport)));

        // The domain creates the ids; otherwise EF would take a new child of a tracked row for an existing one.
        foreach (var id in builder.Model.GetEntityTypes().Select(e => e.FindPrimaryKey()?.Properties)
            .Where(p => p is [{ ClrType: var type }] && type == typeof(Guid)))
            id![0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    /// <summary>
    /// Waits until no other context has a turn, and keeps the turn until this context is disposed: in this process by a queue, between portals by a
    /// database lock. What is read from now on is not changed before the save by anybody else who takes a turn.
    /// </summary>
    public async Task TakeTurn()
    {
        if (ownTurn is not null)
            return;
        ownTurn = await queue.Take(IsAwaited);
        await LockOutOtherPortals();
    }

    /// <summary>Takes a lock against other portals; it holds until this context is disposed or has saved once.</summary>
    protected abstract Task LockOutOtherPortals();

    /// <summary>Returns the unique key that a save violated, from the engine's error; null if it failed for another reason.</summary>
    protected internal abstract ViolatedKey? ViolatedKeyOf(DbUpdateException failure);

    /// <summary>Whether it failed because the database is unreachable or timed out, and not because of the query or the data.</summary>
    protected internal abstract bool IsOutOfReach(Exception failure);

    /// <summary>The write queue of this process.</summary>
    protected WriteQueue Turns => queue;

    /// <summary>Whether this context has a turn.</summary>
    protected internal bool HasTurn => ownTurn is not null;

    /// <summary>Whether a person waits for the write, as opposed to a worker.</summary>
    protected bool IsAwaited => actor.Kind is not (ActorKind.Line or ActorKind.Clock);

    /// <summary>Detects changes once: each detection goes through all loaded rows, and EF would repeat it at every step here.</summary>
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        using var found = WithoutChangeDetection();
        if (!ChangeTracker.HasChanges() && Beside is null)
            return 0; // a save without changes needs no turn
        if (actor.Kind is ActorKind.Staff)
            TextLengths.Check(ChangeTracker); // texts from LINE are cut or refused on receipt; a client's message is kept in full
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            if (entry.State == EntityState.Modified && Trail.IsVersioned(entry.Metadata))
                entry.Property(Trail.Version).CurrentValue = (int)entry.Property(Trail.Version).OriginalValue! + 1;
            Topics.Add(entry);
        }
        var saved = await Save(acceptAllChangesOnSuccess, cancellationToken);
        Beside = null; // it has been written
        return saved;
    }

    /// <summary>What the saves of this context announce after the commit.</summary>
    internal SavedTopics Topics => field ??= new();

    /// <summary>Makes the next save announce a topic as well that no changed row declares.</summary>
    /// <param name="kind">The part of the topic before the id.</param>
    public void Announce(string kind, Guid id) => Topics.Add(kind, id);

    /// <summary>What the next save writes in its transaction besides the tracked rows; null if nothing.</summary>
    protected Func<Task>? Beside { get; private set; }

    /// <summary>
    /// Adds a write to the transaction of the next save. For many small rows that never change: tracking them by EF would cost many times more.
    /// </summary>
    internal void SaveTogetherWith(Func<Task> beside) => Beside = beside;

    /// <summary>The SQL that inserts rows of the search index; <c>{0}</c> is a JSON array of arrays with the columns' numbers.</summary>
    protected internal abstract string InsertGrams { get; }

    /// <summary>Saves the detected changes; overridden for an engine.</summary>
    protected virtual Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>
    /// Until disposed, changes are detected only by the save or an explicit call. For many changes in one context: otherwise every access to loaded
    /// rows (<c>Local</c>, <c>Entries</c>) goes through all of them.
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
