using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>予約の種別: the subject of the talk, which decides whose duty it is.</summary>
public enum BookingKind
{
    /// <summary>就業相談（仕様書 7(2)①）</summary>
    Consultation,

    /// <summary>職業紹介（7(2)③）</summary>
    JobPlacement,

    /// <summary>プログラム面談（7(2)②）</summary>
    ProgramMeeting,

    /// <summary>面接練習（7(2)③）</summary>
    InterviewPractice,

    /// <summary>定着面談（7(2)⑤）</summary>
    RetentionMeeting,
}

/// <summary>The state of a booking.</summary>
public enum BookingState
{
    /// <summary>仮: held for the client until <see cref="Booking.HeldUntil"/>, or proposed by staff and not yet answered.</summary>
    Tentative,

    /// <summary>確定</summary>
    Confirmed,

    /// <summary>来談: the talk was held.</summary>
    Held,

    /// <summary>無断: the client did not come. It is counted; the client has no disadvantage from it.</summary>
    Missed,

    /// <summary>相談員都合: we could not hold it.</summary>
    CalledOff,

    /// <summary>取消: the client cancelled or moved the booking.</summary>
    Cancelled,
}

/// <summary>取消の理由: given with one tap, never required.</summary>
public enum CancelReason
{
    ChildUnwell,
    Work,
    Solved,
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class BookingNames
{
    extension(BookingKind kind)
    {
        public string InJapanese => kind switch
        {
            BookingKind.Consultation => "就業相談",
            BookingKind.JobPlacement => "職業紹介",
            BookingKind.ProgramMeeting => "プログラム面談",
            BookingKind.InterviewPractice => "面接練習",
            BookingKind.RetentionMeeting => "定着面談",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>The duty that holds such a talk.</summary>
        public Duty Needs => kind switch
        {
            BookingKind.Consultation => Duty.Counselor,
            BookingKind.ProgramMeeting => Duty.Planner,
            BookingKind.RetentionMeeting => Duty.RetentionOfficer,
            _ => Duty.PlacementOfficer,
        };
    }

    extension(BookingState state)
    {
        public string InJapanese => state switch
        {
            BookingState.Tentative => "仮",
            BookingState.Confirmed => "確定",
            BookingState.Held => "来談",
            BookingState.Missed => "無断",
            BookingState.CalledOff => "相談員都合",
            BookingState.Cancelled => "取消",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }

    extension(CancelReason reason)
    {
        public string InJapanese => reason switch
        {
            CancelReason.ChildUnwell => "子どもの体調",
            CancelReason.Work => "仕事の都合",
            CancelReason.Solved => "解決した",
            CancelReason.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
