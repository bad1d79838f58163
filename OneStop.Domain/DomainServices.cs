using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Attachments;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.CityForms;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Employers;
using OneStop.Domain.Erasures;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Hours;
using OneStop.Domain.Indicators;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Gates;
using OneStop.Domain.Timeline;
using OneStop.Domain.Today.Notes;
using OneStop.Domain.Workers;

namespace OneStop.Domain;

/// <summary>Registers the services of the domain.</summary>
public static class DomainServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds the desks, the actor of a scope, live updates, and the workers that need no channel.</summary>
        public IServiceCollection AddOneStop()
        {
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<LiveUpdates>();
            services.AddSingleton<InboxBoard>();
            services.AddSingleton<StaffPresence>();
            services.AddSingleton<Presence>();
            services.AddSingleton<DangerList>();
            services.AddSingleton<Looks>();
            services.AddSingleton<WriteQueue>();
            services.AddMetrics();
            services.AddSingleton<LinkKeys>();
            services.AddSingleton<MonthQuota>();
            services.AddSingleton<Metrics>();
            services.AddSingleton<Heartbeats>();
            services.AddSingleton<WorkerLoop>();
            services.AddSingleton<IncomingSignal>();
            services.AddSingleton<OutgoingSignal>();
            services.AddSingleton<FileSignal>();
            services.AddSingleton<SearchSignal>();
            services.AddSingleton(new IntakePressure(TimeProvider.System));
            services.AddSingleton<LaterSignal>();
            services.AddSingleton<BookingSignal>();
            services.AddSingleton<TypingSignals>();
            services.AddSingleton<ErasureSignal>();
            services.AddScoped<Actor>();
            services.AddScoped<DeskContext>();
            services.AddScoped<EmployerCare>();
            services.AddDesks(typeof(DomainServices).Assembly);
            services.AddSingleton<IBookedTimes, BookedTimes>();
            services.AddSingleton<IProgramGate, ProgramGates>();
            services.AddDialogues();
            services.AddEach<IClientForm>();
            services.AddEach<ICityForm>();
            services.AddEach<ITimelineSource>();
            services.AddEach<ICaseTrack>();
            services.AddEach<IDueSource>();
            services.AddEach<IHoldsFiles>();
            services.AddEach<IHoldsConsents>();
            services.AddEach<IWarnsOfMerge>();
            services.AddEach<IIndicatorSource>();
            services.AddEach<ICourseTextSource>();
            services.TryAddSingleton<IFileScanner, NoScanner>();
            services.AddSingleton<FileInspection>();
            services.AddSingleton(InboundEventGroups);
            services.AddScoped<DangerWatch>();
            services.AddScoped<InboundEvents>();
            services.AddScoped<AuditTrail>();
            services.AddHostedService<AuditSealer>();
            services.AddHostedService<LookWriter>();
            services.AddHostedService<LaterWorker>();
            services.AddHostedService<BookingWorker>();
            services.AddHostedService<SearchWorker>();
            services.AddHostedService<FormDraftSweeper>();
            services.AddHostedService<ClientFileSweeper>();
            services.AddHostedService<ShiftNoteSweeper>();
            services.AddScoped<ErasureRun>();
            services.AddScoped<ErasureKeeper>();
            services.AddHostedService<ErasureWorker>();
            return services;
        }

        /// <summary>Adds all dialogues, the purposes of consent and what rests on them, and what tells that staff is talking with a client.</summary>
        public IServiceCollection AddDialogues()
        {
            services.AddEach<IDialogue>();
            services.AddSingleton<DialogueRegistry>();
            services.AddSingleton(ConsentPurpose.Consultation);
            services.AddSingleton(SharingConsent.To);
            services.AddSingleton(InformationConsent.To);
            foreach (var purpose in SupportConsents.All)
                services.AddSingleton(purpose);
            services.AddSingleton<ConsentWithdrawal>();
            services.AddSingleton<IRestsOnConsent, BookingsOnConsent>();
            services.AddSingleton<IRestsOnConsent, SharingConsent>();
            services.AddSingleton<IRestsOnConsent, ProgramsOnConsent>();
            services.AddSingleton<IBookedTalks, BookedTalks>();
            services.AddSingleton<Talking>();
            return services;
        }

        /// <summary>Adds every class of the domain that implements an interface, by convention.</summary>
        private void AddEach<T>()
        {
            foreach (var one in typeof(T).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T))))
                services.AddSingleton(typeof(T), one);
        }

        /// <summary>Adds every desk of an assembly, by convention: a public class whose name ends with Desk. Scoped, because the actor is.</summary>
        public void AddDesks(Assembly assembly)
        {
            foreach (var desk in assembly.GetExportedTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Desk", StringComparison.Ordinal)))
                services.AddScoped(desk);
        }
    }

    /// <summary>Creates the service with contexts of the LINE actor, in a scope that lives as long as the portal.</summary>
    private static InboundEventGroups InboundEventGroups(IServiceProvider provider)
    {
        var scope = provider.CreateScope().ServiceProvider;
        scope.GetRequiredService<Actor>().BeLine();
        return new(scope.GetRequiredService<IDbContextFactory<OneStopDb>>(), scope.GetRequiredService<IntakePressure>(),
            scope.GetRequiredService<TimeProvider>(), scope.GetRequiredService<ILogger<InboundEventGroups>>());
    }
}
