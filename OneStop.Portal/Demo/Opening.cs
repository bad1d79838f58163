using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Line;

namespace OneStop.Portal.Demo;

/// <summary>
/// The step between migration and first request: enters the rules and measures that come with the program, and fills the demo data if the demo is on;
/// otherwise checks that an administrator exists.
/// </summary>
internal static class Opening
{
    extension(IServiceCollection services)
    {
        public void AddDemo(IConfiguration configuration, IHostEnvironment environment)
        {
            services.AddSingleton(new DemoStaff(Settings.IsDemo(configuration, environment)));
            services.AddScoped<DemoData>();
            services.AddScoped<DemoTelephones>();
            foreach (var chapter in typeof(Opening).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IDemoChapter))))
                services.AddScoped(typeof(IDemoChapter), chapter);
        }
    }

    extension(IServiceProvider services)
    {
        /// <exception cref="SettingMissingException">No account exists with which to sign in.</exception>
        public async Task Open()
        {
            await using var scope = services.CreateAsyncScope();
            var provider = scope.ServiceProvider;
            provider.GetRequiredService<Actor>().BeClock();
            var (dbs, now) = (provider.GetRequiredService<IDbContextFactory<OneStopDb>>(), provider.GetRequiredService<TimeProvider>().GetUtcNow());
            await FirstRules.Enter(dbs, now);
            await FirstMeasures.Enter(dbs, now);
            if (provider.GetRequiredService<DemoStaff>() is { Members.Count: > 0 } demo)
            {
                await demo.Register(provider.GetRequiredService<UserManager<StaffMember>>(), provider.GetRequiredService<TimeProvider>().GetUtcNow());
                await using (var db = await provider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync())
                    await demo.Register(db, provider.GetRequiredService<TimeProvider>().GetUtcNow());
                await provider.GetRequiredService<DemoData>().Fill();
            }
            else if (!provider.GetRequiredService<IHostEnvironment>().IsDevelopment())
            {
                await using var db = await provider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
                if (!(await db.Users.AsNoTracking().ToListAsync()).Any(s => s.Duties.Contains(Duty.Administrator)))
                    throw new SettingMissingException(
                        "システム管理者がいません。先に「dotnet run --project OneStop.Portal -- create-admin --sign-in ログイン名 --name 氏名」で登録してください。");
            }
            if (provider.GetRequiredService<LineMode>().IsSimulated)
                await provider.GetRequiredService<DemoTelephones>().Restore();
        }
    }
}
