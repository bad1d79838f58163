using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

/// <summary>A video service as a row on screen.</summary>
/// <param name="Number">文書番号 of the City's letter; <paramref name="ApprovedOn"/> and <paramref name="ApprovedBy"/> belong to it.</param>
/// <param name="EnteredBy">The name of the member of staff who entered it.</param>
/// <param name="EndedAt">When its use was ended; null if it was not.</param>
/// <param name="IsInForce">Whether it is used today.</param>
/// <param name="IsToCome">Whether it begins after today and was not ended.</param>
public sealed record VideoProviderRow(Guid Id, string Name, IReadOnlyList<string> Hosts, DateOnly From, DateOnly? Until, string Number, DateOnly ApprovedOn,
    string ApprovedBy, string EnteredBy, DateTimeOffset EnteredAt, DateTimeOffset? EndedAt, bool IsInForce, bool IsToCome);

/// <summary>
/// ビデオ通話のサービスの窓口: which outside service the City has approved. Without one that is in force on the day of the talk, video can be chosen by
/// nobody (<see cref="BookingTerms.Offers"/>).
/// </summary>
[DisplayName("ビデオ通話のサービス")]
public sealed class VideoProviderDesk(DeskContext desk)
{
    /// <summary>Announced when services have changed.</summary>
    public const string Topic = "video-providers";

    /// <summary>Returns all services, the newest entry first.</summary>
    [DisplayName("ビデオ通話のサービスを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<VideoProviderRow>> List()
    {
        desk.MayDo<VideoProviderDesk>();
        await using var db = await desk.Read();
        var today = ServiceDay.Of(desk.Now).Date;
        var names = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
        var services = await db.VideoProviders.AsNoTracking().OrderByDescending(s => s.Approval.Number).ToListAsync();
        return [.. services.Select(s => (Service: s, s.Approval, Letter: s.Approval.Decision!)).Select(s => new VideoProviderRow(s.Service.Id, s.Service.Name,
            s.Service.Hosts, s.Service.From, s.Service.Until, s.Letter.Number!, s.Letter.On!.Value, s.Letter.By!, names[s.Approval.AskedBy], s.Approval.AskedAt,
            s.Service.End?.At, s.Service.IsInForceOn(today), s.Service.End is null && s.Service.From > today))];
    }

    /// <summary>入れる: enters a service with the City's letter.</summary>
    /// <param name="key">The key of the form: a form that is saved twice enters one service.</param>
    /// <exception cref="RuleException">A value is missing, too long or not valid.</exception>
    [DisplayName("ビデオ通話のサービスを入れる")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Enter(VideoProviderWish wish, Guid? key = null)
    {
        desk.MayDo<VideoProviderDesk>();
        return desk.Create(key, async db =>
        {
            var last = await db.Approvals.Where(a => a.Kind == VideoProvider.Kind).MaxAsync(a => (int?)a.Number) ?? 0;
            return db.VideoProviders.Add(VideoProvider.Of(last + 1, wish, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>やめる: video cannot be chosen by this service any more. Bookings that exist stay, and are shown as lacking their address.</summary>
    [DisplayName("ビデオ通話のサービスをやめる")]
    [Allowed(Duty.Manager)]
    public async Task Stop(Guid serviceId)
    {
        desk.MayDo<VideoProviderDesk>();
        await desk.Change(async db => (await db.VideoProviders.SingleAsync(s => s.Id == serviceId)).Stop(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Undoes <see cref="Stop"/>.</summary>
    [DisplayName("やめたビデオ通話のサービスを元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task GoOn(Guid serviceId)
    {
        desk.MayDo<VideoProviderDesk>();
        await desk.Change(async db => (await db.VideoProviders.SingleAsync(s => s.Id == serviceId)).GoOn());
    }
}
