using OneStop.Domain;
using OneStop.Domain.Bookings.Feeds;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>The video service that the City has approved, and feeds that the manager has switched on.</summary>
internal sealed class VideoProviderChapter : IDemoChapter
{
    /// <summary>A host that leads nowhere (RFC 2606).</summary>
    public const string Host = "meet.example.jp";

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, manager) = (book.Now, book.With(Duty.Manager)[0]);
        var entered = now.AddDays(-40);
        var wish = new VideoProviderWish("見本ビデオ会議", Host, entered.AddDays(2).JapaneseDate, null, "見本第2号", entered.AddDays(-3).JapaneseDate, "見本課長");
        book.Add(VideoProvider.Of(1, wish, manager, entered));
        book.Add(FeedSwitch.To(isOn: true, 1, manager, now.AddDays(-20)));
        return Task.CompletedTask;
    }
}
