using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

/// <summary>個人設定の窓口: everybody who is signed in sees and changes their own, and nobody else's.</summary>
[DisplayName("個人設定")]
public sealed class PreferencesDesk(DeskContext desk)
{
    /// <summary>The topics of single persons' preferences.</summary>
    internal const string One = "preferences";

    /// <summary>Told when somebody's preferences change, so that all their windows follow.</summary>
    public static string TopicOf(Guid staffId) => $"{One}:{staffId}";

    /// <summary>How I like to work.</summary>
    [DisplayName("自分の設定を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<Preferences> Mine()
    {
        desk.MayDo<PreferencesDesk>();
        var me = desk.Actor.StaffId;
        await using var db = await desk.Read();
        return (await db.StaffPreferences.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == me))?.Chosen ?? Preferences.Standard;
    }

    /// <summary>From now on I work like this.</summary>
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
