using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>The form that is open below a booking in a list.</summary>
public enum BelowBooking
{
    Nothing,

    /// <summary>取消</summary>
    Cancelling,

    /// <summary>声かけ</summary>
    Inviting,

    /// <summary>電話番号</summary>
    Phoning,
}

/// <summary>Which forms are possible for the present state of a booking, which may change while a form is open.</summary>
public static class BookingForms
{
    extension(BookingRow row)
    {
        /// <summary>Returns whether the form is still possible.</summary>
        public bool Allows(BelowBooking form, DateTimeOffset now) => form switch
        {
            BelowBooking.Cancelling => row.Stands,
            BelowBooking.Inviting => row.CanBeInvitedAgain(now),
            BelowBooking.Phoning => row.Stands,
            _ => false,
        };
    }
}
