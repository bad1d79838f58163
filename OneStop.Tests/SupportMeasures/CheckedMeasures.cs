using Microsoft.EntityFrameworkCore;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>Checks of rules and measures by a manager.</summary>
internal static class CheckedMeasures
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Checks the value of a rule that is in force today; one that waits for the City's answer has none to be checked.</summary>
        public async Task Confirm(StaffMember manager, string code)
        {
            var id = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == code).Select(r => r.Id).SingleAsync());
            var row = (await oneStop.At<RuleDesk, RuleRow?>(manager, d => d.Open(id)))!;
            if (row.Now is { } now)
                await oneStop.At<RuleDesk, Guid>(manager, d => d.Check(now.Id, new("窓口に電話", "")));
        }

        /// <summary>Checks all texts and rules, so that everything may be sent to clients.</summary>
        /// <param name="but">The code of a rule that stays as it is; null for none.</param>
        public async Task ConfirmAllMeasures(StaffMember manager, string? but = null)
        {
            foreach (var row in await oneStop.At<MeasureDesk, IReadOnlyList<MeasureRow>>(manager, d => d.List()))
                await oneStop.At<MeasureDesk, MeasureCheck?>(manager, d => d.Confirm(row.Id, row.Edition));
            foreach (var code in await oneStop.Read(db => db.DatedRules.Where(r => !r.Code.StartsWith("own.") && r.Code != but).Select(r => r.Code)
                .ToListAsync()))
                await oneStop.Confirm(manager, code);
        }
    }
}
