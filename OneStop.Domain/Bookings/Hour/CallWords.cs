using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>What may be said in a call, and until when it may last.</summary>
public static class CallWords
{
    /// <summary>For a person who is not the client, before and after they have answered.</summary>
    public const string ForSomebodyElse = "別の人が出たら: サービス名・用件は言わず、切ってください。";

    /// <summary>The first words to the client once it is certain that it is them: they may not be alone.</summary>
    public const string ForTheClient = "お約束のお電話です。いま、お話しできますか。";

    extension(ContactFacts wishes)
    {
        /// <summary>Returns how to give one's name: 佐藤と申します.</summary>
        public string NameWords(string staffName) => wishes.IntroducesAs switch
        {
            CallIntroduction.CityDesk => $"市の相談窓口の{StaffMember.FamilyNameOf(staffName)}と申します",
            CallIntroduction.OwnWords => wishes.OwnIntroduction,
            _ => $"{StaffMember.FamilyNameOf(staffName)}と申します",
        };

        /// <summary>Returns the sentence that opens the call, whoever answers.</summary>
        /// <param name="clientName">What the client is called; null if that is not known.</param>
        public string Opening(string staffName, string? clientName) =>
            $"{wishes.NameWords(staffName).TrimEnd('。')}。{(clientName is null ? "ご本人さまでしょうか。" : $"{clientName}{(clientName.EndsWith("さん", StringComparison.Ordinal) ? "" : "さん")}はいらっしゃいますか。")}";
    }

    /// <summary>Returns when a talk has to end: after an hour (仕様書 7(2)①(イ)), or when the day closes before that.</summary>
    /// <param name="closes">When the service day of the talk closes; null if it is closed.</param>
    public static DateTimeOffset EndOf(DateTimeOffset began, DateTimeOffset? closes)
    {
        var hour = began.AddMinutes(Slot.LongestMinutes);
        return closes > began && closes < hour ? closes.Value : hour;
    }
}
