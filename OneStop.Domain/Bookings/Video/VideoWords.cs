using OneStop.Domain.Channels;

namespace OneStop.Domain.Bookings.Video;

/// <summary>The cards that carry the address of a talk by video. Neither notification nor button says what the talk is about.</summary>
public static class VideoWords
{
    private const string Notice = "お知らせがあります";

    /// <summary>The label of the button that opens the room.</summary>
    public const string Opens = "お約束のページを開く";

    /// <summary>The card with the address.</summary>
    /// <param name="isNew">Whether another address was sent before, which is not valid any more.</param>
    public static CardContent Of(Slot slot, Uri address, bool isNew) => isNew
        ? new(Notice, "ページが新しくなりました", $"{slot.InEasyWords}\n\n前にお送りしたボタンは使えません。時間になったら、こちらのボタンを押してください。", [Button(address)])
        : new(Notice, "お約束のページ", $"{slot.InEasyWords}\n\n時間になったら、下のボタンを押してください。", [Button(address)]);

    /// <summary>The button that opens the room.</summary>
    public static Choice Button(Uri address) => new(Opens, Outside: address);
}
