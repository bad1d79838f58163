using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Erasures;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;

namespace OneStop.Portal.Features.Erasures;

/// <summary>What stays after an erasure, and why, as a manager tells it to the person.</summary>
internal static class ErasureWords
{
    private static readonly Dictionary<string, string> Kept = new()
    {
        [nameof(Client)] = "利用者番号と、対象者だったかどうか。1人と数えるためです。名前、電話、LINEとのつながりは消えます。",
        [nameof(Booking)] = "日時、方法、来談したかどうか。件数を数えるためです。",
        [nameof(Consultation)] = "日時、方法、長さ、担当。件数を数えるためです。",
        [nameof(ConsultationVersion)] = "相談の主題の種類。主題ごとに数えるためです。書かれた言葉は消えます。",
        [nameof(Explanation)] = "どの支援策を、いつ説明したか。説明の件数を数えるためです。",
        [nameof(GivenAddress)] = "ビデオ通話のアドレスの照合用の符号。同じアドレスを、ほかの人に使わないためです。アドレスそのものは消えます。",
        [nameof(Signposting)] = "どの機関に案内したか。案内の件数を数えるためです。目的は消えます。",
        [nameof(SignpostingStep)] = "案内した日と段階。案内の件数を数えるためです。書かれた言葉は消えます。",
        [nameof(SupportProgram)] = "策定したか終わったプログラムの番号、段階、担当、策定した日、終わった日と理由の種類。件数を数えるためです。ことばは残りません。策定も終了もしていないものは残りません。",
        [nameof(ProgramVersion)] = "プログラムの版の番号と、策定した日。再策定の件数を数えるためです。書かれた言葉は消えます。",
        [nameof(Erasure)] = "依頼と承認の日付。消去したことを証明するためです。書かれた言葉は消えます。",
    };

    /// <summary>The tables for which there are words.</summary>
    public static IEnumerable<string> Tables => Kept.Keys;

    /// <summary>Returns what stays of the rows of a table.</summary>
    public static string WhatStays(string table) => Kept.GetValueOrDefault(table, "件数を数えるために要るものだけ。");
}
