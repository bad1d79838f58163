using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>What an earlier version left open.</summary>
internal static class LeftOpen
{
    extension(IServiceProvider services)
    {
        /// <summary>Closes files that others may read, and gives up keys that were stored in the plain.</summary>
        public async Task CloseWhatWasLeftOpen()
        {
            OwnerOnlyFiles.Mend(services.GetRequiredService<DataFolder>(), services.GetService<SqliteFile>());
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            await SignInKeys.GiveUpPlainOnes(db);
        }
    }
}
