using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

/// <summary>個人設定の窓口: every signed-in member of staff sees and changes their own preferences only.</summary>
[DisplayName("個人設定")]
public sealed class PreferencesDesk(DeskContext desk)
{
    /// <summary>The kind of the topics of single persons' preferences.</summary>
    internal const string One = "preferences";

    /// <summary>Returns the topic announced when a person's preferences have changed, so that all their windows follow.</summary>
    public static string TopicOf(Guid staffId) => $"{One}:{staffId}";

    /// <summary>Returns my preferences.</summary>
    [DisplayName("自分の設定を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<Preferences> Mine()
    {
        desk.MayDo<PreferencesDesk>();
        var me = desk.Actor.StaffId;
        await using var db = await desk.Read();
        return (await db.StaffPreferences.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == me))?.Chosen ?? Preferences.Standard;
    }

    /// <summary>Sets my preferences.</summary>
    [DisplayName("自分の設定を変える")]
    [Allowed(AnyStaff = true)]
    public async Task Choose(Preferences wished)
    {
        desk.MayDo<PreferencesDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            var mine = await db.StaffPreferences.SingleOrDefaultAsync(p => p.StaffId == me);
            if (mine is null)
                db.StaffPreferences.Add(mine = StaffPreferences.Of(me));
            mine.Choose(wished);
        });
    }
}
