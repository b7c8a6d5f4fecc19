using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Remiss.Cases;

namespace Remiss.Reminders;

/// <summary>
/// When a recipient that has not answered is reminded. Days are working days relative to its deadline; the slots are numbered from 1:
/// two before the deadline, one on it, one after it, and then one at every interval.
/// </summary>
public sealed class ReminderSchedule : IValidatableObject
{
    private const int SlotOnDeadline = 3;
    private const int BeforeManual = 100;

    [Range(1, 60)]
    public int FirstDaysBefore { get; set; } = 10;

    [Range(1, 60)]
    public int SecondDaysBefore { get; set; } = 3;

    /// <summary>From this day on, the coordinators and the escalation contacts are told too.</summary>
    [Range(1, 60)]
    public int EscalationDaysAfter { get; set; } = 2;

    [Range(1, 60)]
    public int DaysBetweenLater { get; set; } = 5;

    /// <summary>How many slots a deadline has in all; 0 turns reminders off.</summary>
    [Range(0, 30)]
    public int Slots { get; set; } = 6;

    /// <summary>The hour, in Sweden, from which anything is sent.</summary>
    [Range(0, 23)]
    public int FromHour { get; set; } = 8;

    /// <summary>The hour, in Sweden, from which nothing more is sent.</summary>
    [Range(1, 24)]
    public int UntilHour { get; set; } = 17;

    public static bool IsEscalated(int slot) => slot > SlotOnDeadline && !IsManual(slot);

    /// <summary>Asked for by a coordinator, beside the schedule.</summary>
    public static bool IsManual(int slot) => slot > BeforeManual;

    /// <param name="earlier">How many have been asked for before.</param>
    public static int ManualSlot(int earlier) => BeforeManual + 1 + earlier;

    public DateOnly DayOf(int slot, DateOnly deadline) => SwedishCalendar.AddWorkingDays(deadline, slot switch
    {
        1 => -FirstDaysBefore,
        2 => -SecondDaysBefore,
        SlotOnDeadline => 0,
        _ => EscalationDaysAfter + (slot - SlotOnDeadline - 1) * DaysBetweenLater,
    });

    public bool IsSendingTime(DateTimeOffset now)
    {
        var local = SwedishTime.Local(now);
        return SwedishCalendar.IsWorkingDay(SwedishTime.Date(now)) && local.Hour >= FromHour && local.Hour < UntilHour;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FirstDaysBefore <= SecondDaysBefore)
            yield return new($"{nameof(FirstDaysBefore)} must be greater than {nameof(SecondDaysBefore)}.", [nameof(FirstDaysBefore)]);
        if (UntilHour <= FromHour)
            yield return new($"{nameof(UntilHour)} must be later than {nameof(FromHour)}.", [nameof(UntilHour)]);
    }
}

[OptionsValidator]
public sealed partial class ReminderScheduleValidator : IValidateOptions<ReminderSchedule>;
