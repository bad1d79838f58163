using System.Reflection;

namespace OneStop.Portal.Shared.Forms;

/// <summary>C#'s <c>record with { Property = value }</c> for a property known only at run time.</summary>
internal static class Records
{
    /// <summary>Returns a copy of the record with another value of one property.</summary>
    public static T With<T>(T record, PropertyInfo property, object? value)
        where T : class
    {
        var copy = (T)Clone.Of(typeof(T)).Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static class Clone
    {
        private const string Name = "<Clone>$"; // the compiler's name

        public static MethodInfo Of(Type record) => record.GetMethod(Name) ?? throw new InvalidOperationException($"{record.Name} is no record.");
    }
}
