package org.procart.notification.calendar;

/**
 * Why a file cannot be used.
 *
 * @param where UID of the event, or the line of the file
 * @param property name of the content line
 * @param code stable
 * @param cure what to do
 */
public record CalendarFault(String where, String property, String code, String cure) {}
