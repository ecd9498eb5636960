package org.procart.intake.schedule;

/** Names one document of the diary: a patient's year, and a part of it. */
record DiaryKey(String patientId, int year, int number) {

  DiaryKey part(int other) {
    return new DiaryKey(patientId, year, other);
  }

  DiaryKey next() {
    return part(number + 1);
  }

  String documentId() {
    String first = patientId + "|" + year;
    return number == 0 ? first : first + "/" + number;
  }
}
