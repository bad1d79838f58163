namespace OneStop.Domain.Consultations;

/// <summary>記録の期限: the one place that knows until when the record of a talk is confirmed, by the end of the next service day.</summary>
public static class RecordDeadline
{
    /// <summary>Returns the deadline of the record of a talk that began at an instant. There is no service day from 12/29 to 1/3.</summary>
    public static DateTimeOffset For(DateTimeOffset begin) => ServiceHours.Standard.EndAfter(begin);

    /// <summary>Returns the deadline of something that is promised for a date.</summary>
    public static DateTimeOffset On(DateOnly date) => new ServiceDay(date).At(ServiceHours.Standard.Closes);
}
